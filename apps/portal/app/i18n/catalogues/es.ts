import about from '../../../locales/es/about.json' with { type: 'json' }
import accessibility from '../../../locales/es/accessibility.json' with { type: 'json' }
import account from '../../../locales/es/account.json' with { type: 'json' }
import api from '../../../locales/es/api.json' with { type: 'json' }
import area from '../../../locales/es/area.json' with { type: 'json' }
import body from '../../../locales/es/body.json' with { type: 'json' }
import city from '../../../locales/es/city.json' with { type: 'json' }
import comparable from '../../../locales/es/comparable.json' with { type: 'json' }
import compare from '../../../locales/es/compare.json' with { type: 'json' }
import component from '../../../locales/es/component.json' with { type: 'json' }
import country from '../../../locales/es/country.json' with { type: 'json' }
import curation from '../../../locales/es/curation.json' with { type: 'json' }
import entry from '../../../locales/es/entry.json' with { type: 'json' }
import error from '../../../locales/es/error.json' with { type: 'json' }
import event from '../../../locales/es/event.json' with { type: 'json' }
import figure from '../../../locales/es/figure.json' with { type: 'json' }
import file from '../../../locales/es/file.json' with { type: 'json' }
import frame from '../../../locales/es/frame.json' with { type: 'json' }
import framework from '../../../locales/es/framework.json' with { type: 'json' }
import home from '../../../locales/es/home.json' with { type: 'json' }
import list from '../../../locales/es/list.json' with { type: 'json' }
import member from '../../../locales/es/member.json' with { type: 'json' }
import network from '../../../locales/es/network.json' with { type: 'json' }
import news from '../../../locales/es/news.json' with { type: 'json' }
import organisation from '../../../locales/es/organisation.json' with { type: 'json' }
import people from '../../../locales/es/people.json' with { type: 'json' }
import practice from '../../../locales/es/practice.json' with { type: 'json' }
import project from '../../../locales/es/project.json' with { type: 'json' }
import resource from '../../../locales/es/resource.json' with { type: 'json' }
import search from '../../../locales/es/search.json' with { type: 'json' }
import state from '../../../locales/es/state.json' with { type: 'json' }
import ui from '../../../locales/es/ui.json' with { type: 'json' }
import visit from '../../../locales/es/visit.json' with { type: 'json' }
import writing from '../../../locales/es/writing.json' with { type: 'json' }
import type { Catalogue } from './en.ts'

export const es = {
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
