CREATE CONSTRAINT chancery_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT chancery_article IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;
UNWIND [
  {id: 'a', sha256: '00', title: 'Title <&> "x"', published: '2031-03-04', language: 'en', words: 3}
] AS row
MERGE (a:Article {id: row.id})
SET a = row;
UNWIND [
  {id: 'country_AA', label: 'plain', type: 'person', aliases: ['one', 'two | three'], named: true, mentions: 1, articles: 1, article_ids: ['a']},
  {id: 'strict', label: 'bad �� utf8 ���', type: 'person', aliases: ['one', 'two | three'], named: true, mentions: 1, articles: 1, article_ids: ['a']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row
SET n:Person REMOVE n:Official;
UNWIND [
  {id: 'edge', label: '\t\n\n end', type: 'official', aliases: ['one', 'two | three'], named: true, mentions: 1, articles: 1, article_ids: ['a']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row
SET n:Person:Official;
UNWIND [
  {id: 'graph', label: 'quote " back\\slash \\', type: 'institution', aliases: ['one', 'two | three'], named: true, mentions: 1, articles: 1, article_ids: ['a']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row
SET n:Institution;
UNWIND [
  {id: 'group_a_x', label: ']]> <b>&amp; &eacute; \'x\'', type: 'country', aliases: ['one', 'two | three'], named: true, mentions: 1, articles: 1, article_ids: ['a']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row
SET n:Country;
UNWIND [
  {id: 'node', label: '😀 العربية ש', type: 'place', aliases: ['one', 'two | three'], named: true, mentions: 1, articles: 1, article_ids: ['a']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row
SET n:Place;
UNWIND [
  {id: 'person_subgraph', label: 'shorter', type: 'group', aliases: ['one', 'two | three'], named: true, mentions: 1, articles: 1, article_ids: ['a']}
] AS row
MERGE (n:Entity {id: row.id})
SET n = row
SET n:Group;
UNWIND [
  {id: 'country_AA', articles: ['a']},
  {id: 'edge', articles: ['a']},
  {id: 'graph', articles: ['a']},
  {id: 'group_a_x', articles: ['a']},
  {id: 'node', articles: ['a']},
  {id: 'person_subgraph', articles: ['a']},
  {id: 'strict', articles: ['a']}
] AS row
MATCH (n:Entity {id: row.id})
UNWIND row.articles AS article
MATCH (a:Article {id: article})
MERGE (a)-[:MENTIONS]->(n);
UNWIND [
  {s: 'edge', t: 'graph', edge: {id: 'e_linked12', label: 'linked', relation: 'linked', interaction: 'linked', kind: 'event', status: 'asserted', statuses: ['asserted 1'], former: false, symmetric: false, weight: 1, confidence: 0.505, first_date: '2031-03-04', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: 'quote " back\\slash \\', quote_article: 'a'}},
  {s: 'graph', t: 'group_a_x', edge: {id: 'e_linked23', label: 'linked', relation: 'linked', interaction: 'linked', kind: 'event', status: 'asserted', statuses: ['asserted 1'], former: false, symmetric: false, weight: 1, confidence: 0.505, first_date: '2031-03-04', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: ']]> <b>&amp; &eacute; \'x\'', quote_article: 'a'}},
  {s: 'group_a_x', t: 'node', edge: {id: 'e_linked34', label: 'linked', relation: 'linked', interaction: 'linked', kind: 'event', status: 'asserted', statuses: ['asserted 1'], former: false, symmetric: false, weight: 1, confidence: 0.505, first_date: '2031-03-04', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: '😀 العربية ש', quote_article: 'a'}},
  {s: 'node', t: 'person_subgraph', edge: {id: 'e_linked45', label: 'linked', relation: 'linked', interaction: 'linked', kind: 'event', status: 'asserted', statuses: ['asserted 1'], former: false, symmetric: false, weight: 1, confidence: 0.505, first_date: '2031-03-04', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: 'shorter', quote_article: 'a'}},
  {s: 'person_subgraph', t: 'strict', edge: {id: 'e_linked56', label: 'linked', relation: 'linked', interaction: 'linked', kind: 'event', status: 'asserted', statuses: ['asserted 6'], former: false, symmetric: false, weight: 6, confidence: 0.505, first_date: '2029', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: 'bad �� utf8 ���', quote_article: 'a'}}
] AS row
MATCH (s:Entity {id: row.s}) MATCH (t:Entity {id: row.t})
OPTIONAL MATCH (s)-[old {id: row.edge.id}]->(t) WHERE type(old) <> 'LINKED'
DELETE old
MERGE (s)-[r:LINKED {id: row.edge.id}]->(t)
SET r = row.edge;
UNWIND [
  {s: 'country_AA', t: 'edge', edge: {id: 'e_r100001', label: 'r1000', relation: 'r1000', interaction: 'r1000', kind: 'event', status: 'asserted', statuses: ['asserted 1'], former: false, symmetric: false, weight: 1, confidence: 0.505, first_date: '2031-03-04', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: '\t\n\n end', quote_article: 'a'}}
] AS row
MATCH (s:Entity {id: row.s}) MATCH (t:Entity {id: row.t})
OPTIONAL MATCH (s)-[old {id: row.edge.id}]->(t) WHERE type(old) <> 'R1000'
DELETE old
MERGE (s)-[r:R1000 {id: row.edge.id}]->(t)
SET r = row.edge;
UNWIND [
  {s: 'country_AA', t: 'edge', edge: {id: 'e_r100101', label: 'r1001', relation: 'r1001', interaction: 'r1001', kind: 'event', status: 'alleged', statuses: ['alleged 1'], former: false, symmetric: false, weight: 1, confidence: 0.505, first_date: '2031-03-04', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: '\t\n\n end', quote_article: 'a'}}
] AS row
MATCH (s:Entity {id: row.s}) MATCH (t:Entity {id: row.t})
OPTIONAL MATCH (s)-[old {id: row.edge.id}]->(t) WHERE type(old) <> 'R1001_ALLEGED'
DELETE old
MERGE (s)-[r:R1001_ALLEGED {id: row.edge.id}]->(t)
SET r = row.edge;
UNWIND [
  {s: 'country_AA', t: 'edge', edge: {id: 'e_r100201', label: 'r1002', relation: 'r1002', interaction: 'r1002', kind: 'event', status: 'denied', statuses: ['denied 1'], former: false, symmetric: false, weight: 1, confidence: 0.505, first_date: '2031-03-04', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: '\t\n\n end', quote_article: 'a'}}
] AS row
MATCH (s:Entity {id: row.s}) MATCH (t:Entity {id: row.t})
OPTIONAL MATCH (s)-[old {id: row.edge.id}]->(t) WHERE type(old) <> 'R1002_DENIED'
DELETE old
MERGE (s)-[r:R1002_DENIED {id: row.edge.id}]->(t)
SET r = row.edge;
UNWIND [
  {s: 'country_AA', t: 'edge', edge: {id: 'e_r100301', label: 'r1003', relation: 'r1003', interaction: 'r1003', kind: 'event', status: 'planned', statuses: ['planned 1'], former: false, symmetric: false, weight: 1, confidence: 0.505, first_date: '2031-03-04', last_date: '2031-03-04', sources: 1, article_ids: ['a'], quote: '\t\n\n end', quote_article: 'a'}}
] AS row
MATCH (s:Entity {id: row.s}) MATCH (t:Entity {id: row.t})
OPTIONAL MATCH (s)-[old {id: row.edge.id}]->(t) WHERE type(old) <> 'R1003_PLANNED'
DELETE old
MERGE (s)-[r:R1003_PLANNED {id: row.edge.id}]->(t)
SET r = row.edge;
