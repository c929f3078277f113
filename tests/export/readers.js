// What JavaScript libraries read of a file, as JSON for readers.py. usage: node readers.js LIBRARY FILE
const fs = require("fs");
const [library, file] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");
const nodes = {}, edges = {};

if (library === "cytoscape") {
  const graph = require("cytoscape")({ headless: true, elements: JSON.parse(text).elements });
  graph.nodes().forEach((node) => (nodes[node.id()] = node.data()));
  graph.edges().forEach((edge) => (edges[edge.id()] = edge.data()));
} else {
  const { MultiGraph } = require("graphology");
  let graph;
  if (library === "graphology") graph = MultiGraph.from(JSON.parse(text));
  else graph = require("graphology-" + library + "/node").parse(MultiGraph, text, { addMissingNodes: false });
  graph.forEachNode((id, attributes) => (nodes[id] = attributes));
  graph.forEachEdge((id, attributes, source, target) => (edges[id] = { ...attributes, source, target }));
}
process.stdout.write(JSON.stringify({ nodes, edges }));
