#include "serve/openapi.hpp"

namespace chancery {

namespace {

// One line a schema; docs/formats/json.md tells what the members mean.
constexpr std::string_view schemas = R"json({
"Problem": {"type": "object", "required": ["type", "title", "status", "detail"], "properties": {
  "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}}},
"Text": {"type": ["string", "null"]},
"Count": {"type": "integer", "minimum": 0},
"Counts": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Count"}},
"EntityType": {"type": "string", "enum": ["person", "official", "institution", "country", "place", "group"]},
"Status": {"type": "string", "enum": ["asserted", "alleged", "denied", "planned"]},
"Span": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2,
  "description": "Bytes of the article's cleaned text, half-open"},
"Facets": {"type": "object", "additionalProperties": {"type": "object", "required": ["values", "more"], "properties": {
  "values": {"type": "array", "items": {"type": "object", "required": ["value", "count"], "properties": {
    "value": {"type": "string"}, "count": {"$ref": "#/components/schemas/Count"}}}},
  "more": {"type": "boolean"}}}},
"Card": {"type": "object", "required": ["id", "type", "label", "named", "country"], "properties": {
  "id": {"type": "string"}, "type": {"$ref": "#/components/schemas/EntityType"}, "label": {"type": "string"},
  "named": {"type": "boolean"}, "country": {"$ref": "#/components/schemas/Text"}}},
"EntityItem": {"type": "object",
  "required": ["id", "type", "label", "named", "aliases", "country", "cameo_actor", "ids", "mentions", "first_seen", "last_seen", "article_count", "degree", "weight"],
  "properties": {
  "id": {"type": "string"}, "type": {"$ref": "#/components/schemas/EntityType"}, "label": {"type": "string"},
  "named": {"type": "boolean"}, "aliases": {"type": "array", "items": {"type": "string"}},
  "country": {"$ref": "#/components/schemas/Text"}, "cameo_actor": {"$ref": "#/components/schemas/Text"},
  "ids": {"type": "object", "additionalProperties": {"type": "string"}}, "mentions": {"$ref": "#/components/schemas/Count"},
  "articles": {"type": "array", "items": {"type": "string"}, "description": "Only with a single entity"},
  "first_seen": {"$ref": "#/components/schemas/Text"}, "last_seen": {"$ref": "#/components/schemas/Text"},
  "measures": {"type": "object", "additionalProperties": {"type": "number"}},
  "article_count": {"$ref": "#/components/schemas/Count"}, "degree": {"$ref": "#/components/schemas/Count"},
  "weight": {"$ref": "#/components/schemas/Count"},
  "match": {"type": "string", "enum": ["exact", "prefix", "words", "variant", "similar"], "description": "How the name fits q"},
  "matched_name": {"type": "string"}}},
"Entity": {"allOf": [{"$ref": "#/components/schemas/EntityItem"}, {"type": "object", "required": ["articles", "relations"], "properties": {
  "relations": {"type": "array", "items": {"type": "object", "required": ["relation", "kind", "direction", "count", "asserted"], "properties": {
    "relation": {"type": "string"}, "kind": {"type": "string"}, "direction": {"type": "string", "enum": ["out", "in", "both"]},
    "count": {"$ref": "#/components/schemas/Count"},
    "asserted": {"$ref": "#/components/schemas/Count", "description": "Of these; the others are alleged, denied or planned"}}}}}}]},
"EntityList": {"type": "object", "required": ["generation", "total", "next", "facets", "entities"], "properties": {
  "generation": {"type": "string"}, "total": {"$ref": "#/components/schemas/Count"}, "next": {"$ref": "#/components/schemas/Text"},
  "facets": {"$ref": "#/components/schemas/Facets"},
  "entities": {"type": "array", "items": {"$ref": "#/components/schemas/EntityItem"}}}},
"Evidence": {"type": "object",
  "required": ["article", "sentence", "text", "marks", "status", "attributed_to", "date", "place", "rule", "construction", "confidence"],
  "properties": {
  "article": {"type": "string"}, "sentence": {"$ref": "#/components/schemas/Span"}, "text": {"type": "string"},
  "marks": {"type": "object", "required": ["subject", "trigger", "object"], "properties": {
    "subject": {"$ref": "#/components/schemas/Span"}, "trigger": {"$ref": "#/components/schemas/Span"}, "object": {"$ref": "#/components/schemas/Span"}}},
  "status": {"$ref": "#/components/schemas/Status"},
  "attributed_to": {"type": ["object", "null"], "required": ["node", "text"], "properties": {
    "node": {"$ref": "#/components/schemas/Text"}, "text": {"type": "string"}}},
  "date": {"$ref": "#/components/schemas/Text"}, "place": {"$ref": "#/components/schemas/Text"},
  "rule": {"type": "string"}, "construction": {"type": "string"}, "confidence": {"type": "number", "minimum": 0, "maximum": 1},
  "passage": {"type": "object", "required": ["where", "text"], "properties": {
    "where": {"$ref": "#/components/schemas/Span"}, "text": {"type": "string"}}}}},
"RelationBase": {"type": "object",
  "required": ["id", "source", "relation", "target", "kind", "label", "status", "statuses", "former", "symmetric", "weight", "sources", "confidence", "cameo", "plover", "first_date", "last_date", "source_label", "target_label"],
  "properties": {
  "id": {"type": "string"}, "source": {"type": "string"}, "relation": {"type": "string"}, "target": {"type": "string"},
  "kind": {"type": "string"}, "label": {"type": "string", "description": "In words, with the status unless asserted"},
  "status": {"$ref": "#/components/schemas/Status"}, "statuses": {"$ref": "#/components/schemas/Counts"},
  "former": {"type": "boolean"}, "symmetric": {"type": "boolean"}, "weight": {"$ref": "#/components/schemas/Count"},
  "sources": {"$ref": "#/components/schemas/Count"}, "confidence": {"type": "number", "minimum": 0, "maximum": 1},
  "cameo": {"$ref": "#/components/schemas/Text"}, "plover": {"$ref": "#/components/schemas/Text"},
  "first_date": {"$ref": "#/components/schemas/Text"}, "last_date": {"$ref": "#/components/schemas/Text"},
  "source_label": {"type": "string"}, "target_label": {"type": "string"}}},
"Relation": {"allOf": [{"$ref": "#/components/schemas/RelationBase"}, {"type": "object", "required": ["evidence_count", "evidence"], "properties": {
  "evidence_count": {"$ref": "#/components/schemas/Count"},
  "direction": {"type": "string", "enum": ["out", "in", "both"]}, "other": {"$ref": "#/components/schemas/Card"},
  "evidence": {"type": "array", "items": {"$ref": "#/components/schemas/Evidence"}}}}]},
"RelationWithEvidence": {"allOf": [{"$ref": "#/components/schemas/Relation"}, {"type": "object", "required": ["next"], "properties": {
  "next": {"$ref": "#/components/schemas/Text"}}}]},
"RelationList": {"type": "object", "required": ["generation", "total", "next", "facets", "relations"], "properties": {
  "generation": {"type": "string"}, "total": {"$ref": "#/components/schemas/Count"}, "next": {"$ref": "#/components/schemas/Text"},
  "facets": {"$ref": "#/components/schemas/Facets"},
  "relations": {"type": "array", "items": {"$ref": "#/components/schemas/Relation"}}}},
"PathList": {"type": "object", "required": ["generation", "from", "to", "by", "max_hops", "complete", "paths"], "properties": {
  "generation": {"type": "string"}, "from": {"$ref": "#/components/schemas/Card"}, "to": {"$ref": "#/components/schemas/Card"},
  "by": {"type": "string", "enum": ["hops", "evidence"]}, "max_hops": {"type": "integer"}, "complete": {"type": "boolean"},
  "paths": {"type": "array", "items": {"type": "object", "required": ["hops", "cost", "entities", "steps"], "properties": {
    "hops": {"$ref": "#/components/schemas/Count"}, "cost": {"type": "number"},
    "entities": {"type": "array", "items": {"$ref": "#/components/schemas/Card"}},
    "steps": {"type": "array", "items": {"type": "object", "required": ["relation_count", "relations"], "properties": {
      "relation_count": {"$ref": "#/components/schemas/Count"},
      "relations": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/RelationBase"}, {"type": "object",
        "required": ["quote", "quote_article"], "properties": {"quote": {"type": "string"}, "quote_article": {"type": "string"}}}]}}}}}}}}}},
"ArticleRow": {"type": "object", "required": ["id", "sha256", "title", "urls", "published", "source", "language", "words"], "properties": {
  "id": {"type": "string"}, "names": {"type": "array", "items": {"type": "string"}}, "sha256": {"type": "string"},
  "title": {"type": "string"}, "urls": {"type": "array", "items": {"type": "string"}}, "published": {"$ref": "#/components/schemas/Text"},
  "source": {"$ref": "#/components/schemas/Text"}, "language": {"type": "string"}, "words": {"$ref": "#/components/schemas/Count"},
  "syndicated": {"type": "string"}}},
"Article": {"type": "object", "required": ["article", "entity_count", "entities"], "properties": {
  "article": {"$ref": "#/components/schemas/ArticleRow"}, "entity_count": {"$ref": "#/components/schemas/Count"},
  "entities": {"type": "array", "items": {"$ref": "#/components/schemas/Card"}}, "text": {"type": "string"}}},
"ArticleList": {"type": "object", "required": ["generation", "total", "next", "articles"], "properties": {
  "generation": {"type": "string"}, "total": {"$ref": "#/components/schemas/Count"}, "next": {"$ref": "#/components/schemas/Text"},
  "articles": {"type": "array", "items": {"$ref": "#/components/schemas/ArticleRow"}}}},
"FoundTexts": {"type": "object", "required": ["generation", "total", "total_is_least", "found"], "properties": {
  "generation": {"type": "string"}, "total": {"$ref": "#/components/schemas/Count"}, "total_is_least": {"type": "boolean"},
  "found": {"type": "array", "items": {"type": "object", "required": ["snippet", "marks"], "properties": {
    "article": {"$ref": "#/components/schemas/ArticleRow"}, "snippet": {"type": "string"},
    "marks": {"type": "array", "items": {"type": "object", "required": ["where"], "properties": {
      "where": {"$ref": "#/components/schemas/Span", "description": "Bytes of the snippet"}}}}}}}}},
"Added": {"type": "object", "required": ["id", "sha256", "added"], "properties": {
  "id": {"type": "string"}, "sha256": {"type": "string"}, "added": {"type": "boolean"}}},
"Stats": {"type": "object", "required": ["generation", "chancery", "articles", "words", "entities", "relations", "evidence", "types", "statuses", "disputed", "kinds", "countries", "sources", "languages", "first_published", "last_published", "first_date", "last_date"], "properties": {
  "generation": {"type": "string"}, "chancery": {"type": "object", "additionalProperties": {"type": "string"}},
  "articles": {"$ref": "#/components/schemas/Count"}, "words": {"$ref": "#/components/schemas/Count"},
  "entities": {"$ref": "#/components/schemas/Count"}, "relations": {"$ref": "#/components/schemas/Count"},
  "evidence": {"$ref": "#/components/schemas/Count"}, "types": {"$ref": "#/components/schemas/Counts"},
  "statuses": {"$ref": "#/components/schemas/Counts"}, "disputed": {"$ref": "#/components/schemas/Count"},
  "kinds": {"$ref": "#/components/schemas/Counts"}, "countries": {"$ref": "#/components/schemas/Counts"},
  "sources": {"$ref": "#/components/schemas/Counts"}, "languages": {"$ref": "#/components/schemas/Counts"},
  "first_published": {"$ref": "#/components/schemas/Text"}, "last_published": {"$ref": "#/components/schemas/Text"},
  "first_date": {"$ref": "#/components/schemas/Text"}, "last_date": {"$ref": "#/components/schemas/Text"}}},
"Schema": {"type": "object", "required": ["generation", "types", "statuses", "kinds", "measures", "relations"], "properties": {
  "generation": {"type": "string"}, "types": {"type": "array", "items": {"type": "string"}},
  "statuses": {"type": "array", "items": {"type": "string"}}, "kinds": {"type": "array", "items": {"type": "string"}},
  "measures": {"type": "array", "items": {"type": "string"}},
  "relations": {"type": "array", "items": {"type": "object", "required": ["relation", "label", "kind", "symmetric", "count", "statuses", "between"], "properties": {
    "relation": {"type": "string"}, "label": {"type": "string"}, "kind": {"type": "string"}, "symmetric": {"type": "boolean"},
    "count": {"$ref": "#/components/schemas/Count"}, "statuses": {"$ref": "#/components/schemas/Counts"},
    "between": {"type": "array", "items": {"type": "object", "required": ["source", "target", "count"], "properties": {
      "source": {"$ref": "#/components/schemas/EntityType"}, "target": {"$ref": "#/components/schemas/EntityType"},
      "count": {"$ref": "#/components/schemas/Count"}}}}}}}}},
"DuplicateList": {"type": "object", "required": ["generation", "total", "next", "duplicates"], "properties": {
  "generation": {"type": "string"}, "total": {"$ref": "#/components/schemas/Count"}, "next": {"$ref": "#/components/schemas/Text"},
  "duplicates": {"type": "array", "items": {"type": "object", "required": ["reason", "first", "second", "decision"], "properties": {
    "reason": {"type": "string"}, "first": {"$ref": "#/components/schemas/Card"}, "second": {"$ref": "#/components/schemas/Card"},
    "decision": {"type": "string"}}}}}},
"NodeLink": {"type": "object", "required": ["chancery", "articles", "nodes", "edges"], "properties": {
  "chancery": {"type": "object"}, "articles": {"type": "array", "items": {"$ref": "#/components/schemas/ArticleRow"}},
  "nodes": {"type": "array", "items": {"type": "object"}}, "edges": {"type": "array", "items": {"type": "object"}}}},
"Reconciliation": {"type": "object", "description": "A manifest, or candidates by query name"},
"Suggestions": {"type": "object", "required": ["result"], "properties": {"result": {"type": "array", "items": {"type": "object",
  "required": ["id", "name"], "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}}}}
})json";

}  // namespace

std::string_view openapi_schemas() {
    return schemas;
}

}  // namespace chancery
