import about from '../../../locales/fr/about.json' with { type: 'json' }
import accessibility from '../../../locales/fr/accessibility.json' with { type: 'json' }
import account from '../../../locales/fr/account.json' with { type: 'json' }
import api from '../../../locales/fr/api.json' with { type: 'json' }
import area from '../../../locales/fr/area.json' with { type: 'json' }
import body from '../../../locales/fr/body.json' with { type: 'json' }
import city from '../../../locales/fr/city.json' with { type: 'json' }
import comparable from '../../../locales/fr/comparable.json' with { type: 'json' }
import compare from '../../../locales/fr/compare.json' with { type: 'json' }
import component from '../../../locales/fr/component.json' with { type: 'json' }
import country from '../../../locales/fr/country.json' with { type: 'json' }
import curation from '../../../locales/fr/curation.json' with { type: 'json' }
import entry from '../../../locales/fr/entry.json' with { type: 'json' }
import error from '../../../locales/fr/error.json' with { type: 'json' }
import event from '../../../locales/fr/event.json' with { type: 'json' }
import figure from '../../../locales/fr/figure.json' with { type: 'json' }
import file from '../../../locales/fr/file.json' with { type: 'json' }
import frame from '../../../locales/fr/frame.json' with { type: 'json' }
import framework from '../../../locales/fr/framework.json' with { type: 'json' }
import home from '../../../locales/fr/home.json' with { type: 'json' }
import list from '../../../locales/fr/list.json' with { type: 'json' }
import member from '../../../locales/fr/member.json' with { type: 'json' }
import network from '../../../locales/fr/network.json' with { type: 'json' }
import news from '../../../locales/fr/news.json' with { type: 'json' }
import organisation from '../../../locales/fr/organisation.json' with { type: 'json' }
import people from '../../../locales/fr/people.json' with { type: 'json' }
import practice from '../../../locales/fr/practice.json' with { type: 'json' }
import project from '../../../locales/fr/project.json' with { type: 'json' }
import resource from '../../../locales/fr/resource.json' with { type: 'json' }
import search from '../../../locales/fr/search.json' with { type: 'json' }
import state from '../../../locales/fr/state.json' with { type: 'json' }
import ui from '../../../locales/fr/ui.json' with { type: 'json' }
import visit from '../../../locales/fr/visit.json' with { type: 'json' }
import writing from '../../../locales/fr/writing.json' with { type: 'json' }
import type { Catalogue } from './en.ts'

export const fr = {
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
