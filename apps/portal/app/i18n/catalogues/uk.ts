import about from '../../../locales/uk/about.json' with { type: 'json' }
import accessibility from '../../../locales/uk/accessibility.json' with { type: 'json' }
import account from '../../../locales/uk/account.json' with { type: 'json' }
import api from '../../../locales/uk/api.json' with { type: 'json' }
import area from '../../../locales/uk/area.json' with { type: 'json' }
import body from '../../../locales/uk/body.json' with { type: 'json' }
import city from '../../../locales/uk/city.json' with { type: 'json' }
import comparable from '../../../locales/uk/comparable.json' with { type: 'json' }
import compare from '../../../locales/uk/compare.json' with { type: 'json' }
import component from '../../../locales/uk/component.json' with { type: 'json' }
import country from '../../../locales/uk/country.json' with { type: 'json' }
import curation from '../../../locales/uk/curation.json' with { type: 'json' }
import entry from '../../../locales/uk/entry.json' with { type: 'json' }
import error from '../../../locales/uk/error.json' with { type: 'json' }
import event from '../../../locales/uk/event.json' with { type: 'json' }
import figure from '../../../locales/uk/figure.json' with { type: 'json' }
import file from '../../../locales/uk/file.json' with { type: 'json' }
import frame from '../../../locales/uk/frame.json' with { type: 'json' }
import framework from '../../../locales/uk/framework.json' with { type: 'json' }
import home from '../../../locales/uk/home.json' with { type: 'json' }
import list from '../../../locales/uk/list.json' with { type: 'json' }
import member from '../../../locales/uk/member.json' with { type: 'json' }
import network from '../../../locales/uk/network.json' with { type: 'json' }
import news from '../../../locales/uk/news.json' with { type: 'json' }
import organisation from '../../../locales/uk/organisation.json' with { type: 'json' }
import people from '../../../locales/uk/people.json' with { type: 'json' }
import practice from '../../../locales/uk/practice.json' with { type: 'json' }
import project from '../../../locales/uk/project.json' with { type: 'json' }
import resource from '../../../locales/uk/resource.json' with { type: 'json' }
import search from '../../../locales/uk/search.json' with { type: 'json' }
import state from '../../../locales/uk/state.json' with { type: 'json' }
import ui from '../../../locales/uk/ui.json' with { type: 'json' }
import visit from '../../../locales/uk/visit.json' with { type: 'json' }
import writing from '../../../locales/uk/writing.json' with { type: 'json' }
import type { Catalogue } from './en.ts'

export const uk = {
  about,
  accessibility,
  account,
  api,
  area,
  body,
  city,
  comparable,
  compare,
  component,
  country,
  curation,
  entry,
  error,
  event,
  figure,
  file,
  frame,
  framework,
  home,
  list,
  member,
  network,
  news,
  organisation,
  people,
  practice,
  project,
  resource,
  search,
  state,
  ui,
  visit,
  writing,
} satisfies Catalogue
