// Neo4jReader script SCRIPT.cypher OUT.jsonl...: runs each script twice in an embedded Neo4j, empty before, and writes what is in it then.
// Neo4jReader import HOME OUT.jsonl...: writes what `neo4j-admin database import` has put into each HOME.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.harness.Neo4jBuilders;

public class Neo4jReader {
    static void run(GraphDatabaseService database, String script) {
        for (String statement : script.split(";\n")) {
            if (statement.isBlank()) continue;
            database.executeTransactionally(statement);
        }
    }

    static Map<String, Object> row(String what, Entity entity) {
        Map<String, Object> row = new TreeMap<>();
        row.put("what", what);
        row.put("values", new TreeMap<>(entity.getAllProperties()));
        return row;
    }

    static void dump(GraphDatabaseService database, String path) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        try (var transaction = database.beginTx();
             var out = new PrintWriter(Files.newBufferedWriter(Path.of(path), StandardCharsets.UTF_8))) {
            try (var nodes = transaction.getAllNodes()) {
                for (var node : nodes) {
                    List<String> labels = new ArrayList<>();
                    node.getLabels().forEach(label -> labels.add(label.name()));
                    labels.sort(null);
                    var row = row("node", node);
                    row.put("labels", labels);
                    out.println(mapper.writeValueAsString(row));
                }
            }
            try (var links = transaction.getAllRelationships()) {
                for (var link : links) {
                    var row = row("relationship", link);
                    row.put("type", link.getType().name());
                    row.put("source", link.getStartNode().getProperty("id"));
                    row.put("target", link.getEndNode().getProperty("id"));
                    out.println(mapper.writeValueAsString(row));
                }
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("script")) {
            try (var neo4j = Neo4jBuilders.newInProcessBuilder().withDisabledServer().build()) {
                var database = neo4j.defaultDatabaseService();
                for (int i = 1; i + 1 < arguments.length; i += 2) {
                    String script = Files.readString(Path.of(arguments[i]), StandardCharsets.UTF_8);
                    database.executeTransactionally("MATCH (n) DETACH DELETE n");
                    run(database, script);
                    run(database, script);
                    dump(database, arguments[i + 1]);
                }
            }
        } else {
            for (int i = 1; i + 1 < arguments.length; i += 2) {
                DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[i])).build();
                try {
                    dump(service.database("neo4j"), arguments[i + 1]);
                } finally {
                    service.shutdown();
                }
            }
        }
        System.exit(0);
    }
}
