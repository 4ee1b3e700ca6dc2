import about from '../../../locales/tr/about.json' with { type: 'json' }
import accessibility from '../../../locales/tr/accessibility.json' with { type: 'json' }
import account from '../../../locales/tr/account.json' with { type: 'json' }
import api from '../../../locales/tr/api.json' with { type: 'json' }
import area from '../../../locales/tr/area.json' with { type: 'json' }
import body from '../../../locales/tr/body.json' with { type: 'json' }
import city from '../../../locales/tr/city.json' with { type: 'json' }
import comparable from '../../../locales/tr/comparable.json' with { type: 'json' }
import compare from '../../../locales/tr/compare.json' with { type: 'json' }
import component from '../../../locales/tr/component.json' with { type: 'json' }
import country from '../../../locales/tr/country.json' with { type: 'json' }
import curation from '../../../locales/tr/curation.json' with { type: 'json' }
import entry from '../../../locales/tr/entry.json' with { type: 'json' }
import error from '../../../locales/tr/error.json' with { type: 'json' }
import event from '../../../locales/tr/event.json' with { type: 'json' }
import figure from '../../../locales/tr/figure.json' with { type: 'json' }
import file from '../../../locales/tr/file.json' with { type: 'json' }
import frame from '../../../locales/tr/frame.json' with { type: 'json' }
import framework from '../../../locales/tr/framework.json' with { type: 'json' }
import home from '../../../locales/tr/home.json' with { type: 'json' }
import list from '../../../locales/tr/list.json' with { type: 'json' }
import member from '../../../locales/tr/member.json' with { type: 'json' }
import network from '../../../locales/tr/network.json' with { type: 'json' }
import news from '../../../locales/tr/news.json' with { type: 'json' }
import organisation from '../../../locales/tr/organisation.json' with { type: 'json' }
import people from '../../../locales/tr/people.json' with { type: 'json' }
import practice from '../../../locales/tr/practice.json' with { type: 'json' }
import project from '../../../locales/tr/project.json' with { type: 'json' }
import resource from '../../../locales/tr/resource.json' with { type: 'json' }
import search from '../../../locales/tr/search.json' with { type: 'json' }
import state from '../../../locales/tr/state.json' with { type: 'json' }
import ui from '../../../locales/tr/ui.json' with { type: 'json' }
import visit from '../../../locales/tr/visit.json' with { type: 'json' }
import writing from '../../../locales/tr/writing.json' with { type: 'json' }
import type { Catalogue } from './en.ts'

export const tr = {
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
