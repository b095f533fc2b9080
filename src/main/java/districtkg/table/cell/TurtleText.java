package districtkg.table.cell;

import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;

/** Writes triples as Turtle, the same text for the same triples. Immutable, for many threads. */
public final class TurtleText {
    private static final List<String> FIRST =
            List.of(
                    "type",
                    "label",
                    "kind",
                    "about",
                    "place",
                    "document",
                    "section",
                    "indicator",
                    "measureName",
                    "value",
                    "unit",
                    "bound",
                    "statedValue",
                    "statedMin",
                    "statedMax",
                    "statedUnit",
                    "rank",
                    "consecutiveYears",
                    "status",
                    "strength",
                    "since",
                    "date",
                    "due",
                    "periodKind",
                    "topic",
                    "start",
                    "end",
                    "sha256");
    private static final List<String> LAST = List.of("inferred", "source");

    private final Map<String, String> prefixes;
    private final NodeFormatterTTL formatter;

    /**
     * Writes with short names.
     *
     * @param prefixes of short names
     */
    public TurtleText(PrefixMapping prefixes) {
        this.prefixes = new TreeMap<>(prefixes.getNsPrefixMap());
        PrefixMap map = Prefixes.adapt(prefixes);
        this.formatter = new NodeFormatterTTL(null, map);
    }

    /** A node, such as {@code id:lusong} or {@code "罗湖"@zh}. */
    public String node(Node node) {
        if (node.isURI() && node.getURI().startsWith(Dkg.ID) && node.getURI().contains("#")) {
            return "<" + node.getURI().substring(Dkg.ID.length()) + ">";
        }
        try (StringWriterI words = new StringWriterI()) {
            formatter.format(words, node);
            return words.toString();
        }
    }

    /**
     * Predicates and objects of one subject: those of a statement in the order of the ontology's
     * examples, the others by their names.
     *
     * @param separator between a predicate and the next
     */
    public String predicates(Collection<Triple> triples, String separator) {
        Map<Node, List<Node>> objects =
                triples.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Triple::getPredicate,
                                        Collectors.mapping(
                                                Triple::getObject, Collectors.toList())));
        List<Node> order = new ArrayList<>(objects.keySet());
        order.sort(Comparator.comparingInt(TurtleText::rank).thenComparing(this::node));
        return order.stream()
                .map(
                        predicate ->
                                (predicate.equals(RDF.type.asNode()) ? "a" : node(predicate))
                                        + " "
                                        + objects.getOrDefault(predicate, List.of()).stream()
                                                .sorted(
                                                        Comparator.comparing(TurtleText::language)
                                                                .thenComparing(this::node))
                                                .map(this::node)
                                                .collect(Collectors.joining(" , ")))
                .collect(Collectors.joining(separator));
    }

    private static String language(Node node) {
        return node.isLiteral() ? node.getLiteralLanguage() : "";
    }

    private static int rank(Node predicate) {
        String name = predicate.getURI().replaceFirst("^.*[/#]", "");
        int last = LAST.indexOf(name);
        int first = FIRST.indexOf(name);
        if (last >= 0 && predicate.getURI().startsWith(Dkg.NS)) {
            return FIRST.size() + 1 + last;
        }
        return first >= 0 ? first : FIRST.size();
    }

    /** The declarations of the prefixes that a text uses, and of the base. */
    public String declarations(String text) {
        return prefixes.entrySet().stream()
                        .filter(
                                prefix ->
                                        text.contains(" " + prefix.getKey() + ":")
                                                || text.contains("\n" + prefix.getKey() + ":")
                                                || text.contains("^^" + prefix.getKey() + ":"))
                        .map(
                                prefix ->
                                        "@prefix %s: <%s> .\n"
                                                .formatted(prefix.getKey(), prefix.getValue()))
                        .collect(Collectors.joining())
                + "@base <%s> .\n".formatted(Dkg.ID);
    }
}
