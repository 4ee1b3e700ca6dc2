import about from '../../../locales/de/about.json' with { type: 'json' }
import accessibility from '../../../locales/de/accessibility.json' with { type: 'json' }
import account from '../../../locales/de/account.json' with { type: 'json' }
import api from '../../../locales/de/api.json' with { type: 'json' }
import area from '../../../locales/de/area.json' with { type: 'json' }
import body from '../../../locales/de/body.json' with { type: 'json' }
import city from '../../../locales/de/city.json' with { type: 'json' }
import comparable from '../../../locales/de/comparable.json' with { type: 'json' }
import compare from '../../../locales/de/compare.json' with { type: 'json' }
import component from '../../../locales/de/component.json' with { type: 'json' }
import country from '../../../locales/de/country.json' with { type: 'json' }
import curation from '../../../locales/de/curation.json' with { type: 'json' }
import entry from '../../../locales/de/entry.json' with { type: 'json' }
import error from '../../../locales/de/error.json' with { type: 'json' }
import event from '../../../locales/de/event.json' with { type: 'json' }
import figure from '../../../locales/de/figure.json' with { type: 'json' }
import file from '../../../locales/de/file.json' with { type: 'json' }
import frame from '../../../locales/de/frame.json' with { type: 'json' }
import framework from '../../../locales/de/framework.json' with { type: 'json' }
import home from '../../../locales/de/home.json' with { type: 'json' }
import list from '../../../locales/de/list.json' with { type: 'json' }
import member from '../../../locales/de/member.json' with { type: 'json' }
import network from '../../../locales/de/network.json' with { type: 'json' }
import news from '../../../locales/de/news.json' with { type: 'json' }
import organisation from '../../../locales/de/organisation.json' with { type: 'json' }
import people from '../../../locales/de/people.json' with { type: 'json' }
import practice from '../../../locales/de/practice.json' with { type: 'json' }
import project from '../../../locales/de/project.json' with { type: 'json' }
import resource from '../../../locales/de/resource.json' with { type: 'json' }
import search from '../../../locales/de/search.json' with { type: 'json' }
import state from '../../../locales/de/state.json' with { type: 'json' }
import ui from '../../../locales/de/ui.json' with { type: 'json' }
import visit from '../../../locales/de/visit.json' with { type: 'json' }
import writing from '../../../locales/de/writing.json' with { type: 'json' }
import type { Catalogue } from './en.ts'

export const de = {
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
