/*
 * The same answers as GraphQL gives, each as one statement that PostgreSQL turns into JSON itself: the least that any
 * server could do. Aggregates keep the order, and texts are chosen for readers of English.
 */

/** The English text, which most things have, else the first there is; null when there is none. */
const textOf = (column: string) =>
  `(case when ${column} ? 'en' then jsonb_build_object('value', ${column}->'en'->'text', 'language', 'en')
    else (select jsonb_build_object('value', t.value->'text', 'language', t.key)
      from jsonb_each(${column}) with ordinality t(key, value, place) order by t.place limit 1) end)`

const conceptsOf = (field: string, row: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'label', ${textOf('c.labels')}) order by ec.position)
    from entry_concept ec join concept c on c.id = ec.concept_id
    where ec.entry_id = ${row}.id and ec.field = '${field}'), '[]')`

const linkedOf = (field: string, row: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', le.id, 'slug', le.slug, 'title', ${textOf('le.title')}) order by l.position)
    from entry_link l join entry le on le.id = l.to_id
    where l.from_id = ${row}.id and l.field = '${field}' and le.state = 'published'), '[]')`

const placeOf = (table: string, id: string, extra: string) =>
  `(select jsonb_build_object('id', pe.id, 'slug', pe.slug, 'title', ${textOf('pe.title')}, ${extra})
    from entry pe join ${table} pt on pt.id = pe.id where pe.id = ${id} and pe.state = 'published')`

/** Twenty practices behind a place in the list ($1 sort key, $2 id), as `listDocument` asks for them. */
export const listStatement = `
select jsonb_build_object('nodes', coalesce(jsonb_agg(jsonb_build_object(
  'id', e.id, 'slug', e.slug, 'title', ${textOf('e.title')}, 'summary', ${textOf('e.summary')},
  'stage', upper(e.stage), 'evidenceLevel', e.evidence_level, 'start', e.start,
  'city', ${placeOf('city', 'e.city_id', "'population', pt.population")},
  'country', ${placeOf('country', 'e.country_id', "'code', pt.code")},
  'policyAreas', ${conceptsOf('policyAreas', 'e')}
) order by e.sort_key collate "C", e.id), '[]')) as answer
from (
  select e.id, e.slug, e.title, e.summary, e.sort_key, p.stage, p.evidence_level, p.start, p.city_id, p.country_id
  from entry e join practice p on p.id = e.id
  where e.kind = 'practice' and e.state = 'published' and (e.sort_key collate "C", e.id) > ($1, $2)
  order by e.sort_key collate "C", e.id limit 20
) e`

export const listDocument = `query List($after: String) {
  practices(first: 20, after: $after) {
    nodes {
      id slug title { value language } summary { value language }
      stage evidenceLevel start
      city { id slug title { value language } population }
      country { id slug title { value language } code }
      policyAreas { id label { value language } }
    }
  }
}`

/** One practice ($1 slug) with everything about it, as `detailDocument` asks for it. */
export const detailStatement = `
select jsonb_build_object(
  'id', e.id, 'slug', e.slug, 'title', ${textOf('e.title')}, 'summary', ${textOf('e.summary')},
  'strapline', ${textOf('p.strapline')}, 'challenge', ${textOf('p.challenge')},
  'objectives', ${textOf('p.objectives')}, 'difficulties', ${textOf('p.difficulties')},
  'stage', upper(p.stage), 'evidenceLevel', p.evidence_level, 'start', p.start,
  'solution', coalesce((select jsonb_agg(jsonb_build_object('text', ${textOf("s.step->'text'")}) order by s.place)
    from jsonb_array_elements(p.solution) with ordinality s(step, place)), '[]'),
  'sources', coalesce((select jsonb_agg(jsonb_build_object('citation', s.source->'citation', 'section', s.source->'section') order by s.place)
    from jsonb_array_elements(e.sources) with ordinality s(source, place)), '[]'),
  'city', ${placeOf('city', 'p.city_id', "'population', pt.population")},
  'country', ${placeOf('country', 'p.country_id', "'code', pt.code")},
  'leadOrganisation', (select jsonb_build_object('id', o.id, 'slug', o.slug, 'title', ${textOf('o.title')})
    from entry o where o.id = p.lead_organisation_id and o.state = 'published'),
  'networks', ${linkedOf('networks', 'p')}, 'components', ${linkedOf('components', 'p')},
  'policyAreas', ${conceptsOf('policyAreas', 'p')}, 'targetGroups', ${conceptsOf('targetGroups', 'p')},
  'measureTypes', ${conceptsOf('measureTypes', 'p')}
) as answer
from entry e join practice p on p.id = e.id
where e.kind = 'practice' and e.slug = $1 and e.state = 'published'`

export const detailDocument = `query Detail($slug: String!) {
  practice(slug: $slug) {
    id slug title { value language } summary { value language }
    strapline { value language } challenge { value language }
    objectives { value language } difficulties { value language }
    stage evidenceLevel start
    solution { text { value language } }
    sources { citation section }
    city { id slug title { value language } population }
    country { id slug title { value language } code }
    leadOrganisation { id slug title { value language } }
    networks { id slug title { value language } }
    components { id slug title { value language } }
    policyAreas { id label { value language } }
    targetGroups { id label { value language } }
    measureTypes { id label { value language } }
  }
}`
