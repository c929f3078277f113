// GephiReader FILE...: imports each file as Gephi does and prints one line of JSON for it: counts, columns, spells, every value, and
// what the report says above INFO.
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class GephiReader {
    static String json(Object value) {
        if (value == null) return "null";
        if (value instanceof Number || value instanceof Boolean) return value.toString();
        if (value instanceof Map<?, ?> map) {
            StringBuilder out = new StringBuilder("{");
            map.forEach((key, item) -> out.append(out.length() > 1 ? "," : "").append(json(key.toString())).append(":").append(json(item)));
            return out.append("}").toString();
        }
        if (value instanceof List<?> list) {
            StringBuilder out = new StringBuilder("[");
            list.forEach(item -> out.append(out.length() > 1 ? "," : "").append(json(item)));
            return out.append("]").toString();
        }
        if (value instanceof Object[] array) return json(List.of(array));
        StringBuilder out = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < 32) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append("\"").toString();
    }

    static Map<String, Object> values(Element element, Table table) {
        Map<String, Object> values = new TreeMap<>();
        for (Column column : table) {
            Object value = element.getAttribute(column);
            if (value != null) values.put(column.getId(), value);
        }
        return values;
    }

    static Map<String, Object> types(Table table) {
        Map<String, Object> types = new TreeMap<>();
        for (Column column : table) types.put(column.getId(), column.getTypeClass().getSimpleName());
        return types;
    }

    static Map<String, Object> read(List<File> files) throws Exception {
        var projects = Lookup.getDefault().lookup(ProjectController.class);
        var importer = Lookup.getDefault().lookup(ImportController.class);
        projects.newProject();
        var workspace = projects.getCurrentWorkspace();
        List<Object> issues = new ArrayList<>();
        for (File file : files) {
            Container container = importer.importFile(file);
            if (container == null) throw new IllegalStateException(file + ": Gephi has no reader for it");
            container.getLoader().setEdgesMergeStrategy(org.gephi.io.importer.api.EdgeMergeStrategy.NO_MERGE);
            var report = container.getReport().getIssues(Integer.MAX_VALUE);
            report.forEachRemaining(issue -> { if (issue.getLevel() != Issue.Level.INFO) issues.add(issue.getLevel() + ": " + issue.getMessage()); });
            if (files.size() > 1) importer.process(container, new org.gephi.io.processor.plugin.AppendProcessor(), workspace);
            else importer.process(container, new DefaultProcessor(), workspace);
        }
        var model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        var graph = model.getGraph();
        Map<String, Object> answer = new TreeMap<>();
        List<Object> nodes = new ArrayList<>(), edges = new ArrayList<>();
        for (Node node : graph.getNodes().toArray()) nodes.add(values(node, model.getNodeTable()));
        for (Edge edge : graph.getEdges().toArray()) {
            var row = values(edge, model.getEdgeTable());
            row.put("#source", edge.getSource().getId());
            row.put("#target", edge.getTarget().getId());
            row.put("#kind", edge.getTypeLabel() == null ? "" : edge.getTypeLabel());
            row.put("#directed", edge.isDirected());
            row.put("#weight", edge.getWeight());
            edges.add(row);
        }
        answer.put("nodes", nodes);
        answer.put("edges", edges);
        answer.put("node_types", types(model.getNodeTable()));
        answer.put("edge_types", types(model.getEdgeTable()));
        answer.put("issues", issues);
        projects.closeCurrentProject();
        return answer;
    }

    public static void main(String[] arguments) throws Exception {
        for (String argument : arguments) {
            List<File> files = new ArrayList<>();
            for (String name : argument.split(",")) files.add(new File(name));
            Map<String, Object> answer;
            try {
                answer = read(files);
            } catch (Exception error) {
                answer = new TreeMap<>(Map.of("error", String.valueOf(error)));
            }
            answer.put("file", argument);
            System.out.println("@" + json(answer));
        }
        System.exit(0);
    }
}
