import about from '../../../locales/en/about.json' with { type: 'json' }
import accessibility from '../../../locales/en/accessibility.json' with { type: 'json' }
import account from '../../../locales/en/account.json' with { type: 'json' }
import api from '../../../locales/en/api.json' with { type: 'json' }
import area from '../../../locales/en/area.json' with { type: 'json' }
import body from '../../../locales/en/body.json' with { type: 'json' }
import city from '../../../locales/en/city.json' with { type: 'json' }
import comparable from '../../../locales/en/comparable.json' with { type: 'json' }
import compare from '../../../locales/en/compare.json' with { type: 'json' }
import component from '../../../locales/en/component.json' with { type: 'json' }
import country from '../../../locales/en/country.json' with { type: 'json' }
import curation from '../../../locales/en/curation.json' with { type: 'json' }
import entry from '../../../locales/en/entry.json' with { type: 'json' }
import error from '../../../locales/en/error.json' with { type: 'json' }
import event from '../../../locales/en/event.json' with { type: 'json' }
import figure from '../../../locales/en/figure.json' with { type: 'json' }
import file from '../../../locales/en/file.json' with { type: 'json' }
import frame from '../../../locales/en/frame.json' with { type: 'json' }
import framework from '../../../locales/en/framework.json' with { type: 'json' }
import home from '../../../locales/en/home.json' with { type: 'json' }
import list from '../../../locales/en/list.json' with { type: 'json' }
import member from '../../../locales/en/member.json' with { type: 'json' }
import network from '../../../locales/en/network.json' with { type: 'json' }
import news from '../../../locales/en/news.json' with { type: 'json' }
import organisation from '../../../locales/en/organisation.json' with { type: 'json' }
import people from '../../../locales/en/people.json' with { type: 'json' }
import practice from '../../../locales/en/practice.json' with { type: 'json' }
import project from '../../../locales/en/project.json' with { type: 'json' }
import resource from '../../../locales/en/resource.json' with { type: 'json' }
import search from '../../../locales/en/search.json' with { type: 'json' }
import state from '../../../locales/en/state.json' with { type: 'json' }
import ui from '../../../locales/en/ui.json' with { type: 'json' }
import visit from '../../../locales/en/visit.json' with { type: 'json' }
import writing from '../../../locales/en/writing.json' with { type: 'json' }

/** English is the source language: its files define which words exist. One file per noun. */
export const en = {
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
}

export type Catalogue = typeof en
