import about from '../../../locales/pl/about.json' with { type: 'json' }
import accessibility from '../../../locales/pl/accessibility.json' with { type: 'json' }
import account from '../../../locales/pl/account.json' with { type: 'json' }
import api from '../../../locales/pl/api.json' with { type: 'json' }
import area from '../../../locales/pl/area.json' with { type: 'json' }
import body from '../../../locales/pl/body.json' with { type: 'json' }
import city from '../../../locales/pl/city.json' with { type: 'json' }
import comparable from '../../../locales/pl/comparable.json' with { type: 'json' }
import compare from '../../../locales/pl/compare.json' with { type: 'json' }
import component from '../../../locales/pl/component.json' with { type: 'json' }
import country from '../../../locales/pl/country.json' with { type: 'json' }
import curation from '../../../locales/pl/curation.json' with { type: 'json' }
import entry from '../../../locales/pl/entry.json' with { type: 'json' }
import error from '../../../locales/pl/error.json' with { type: 'json' }
import event from '../../../locales/pl/event.json' with { type: 'json' }
import figure from '../../../locales/pl/figure.json' with { type: 'json' }
import file from '../../../locales/pl/file.json' with { type: 'json' }
import frame from '../../../locales/pl/frame.json' with { type: 'json' }
import framework from '../../../locales/pl/framework.json' with { type: 'json' }
import home from '../../../locales/pl/home.json' with { type: 'json' }
import list from '../../../locales/pl/list.json' with { type: 'json' }
import member from '../../../locales/pl/member.json' with { type: 'json' }
import network from '../../../locales/pl/network.json' with { type: 'json' }
import news from '../../../locales/pl/news.json' with { type: 'json' }
import organisation from '../../../locales/pl/organisation.json' with { type: 'json' }
import people from '../../../locales/pl/people.json' with { type: 'json' }
import practice from '../../../locales/pl/practice.json' with { type: 'json' }
import project from '../../../locales/pl/project.json' with { type: 'json' }
import resource from '../../../locales/pl/resource.json' with { type: 'json' }
import search from '../../../locales/pl/search.json' with { type: 'json' }
import state from '../../../locales/pl/state.json' with { type: 'json' }
import ui from '../../../locales/pl/ui.json' with { type: 'json' }
import visit from '../../../locales/pl/visit.json' with { type: 'json' }
import writing from '../../../locales/pl/writing.json' with { type: 'json' }
import type { Catalogue } from './en.ts'

export const pl = {
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
