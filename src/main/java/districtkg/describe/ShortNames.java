package districtkg.describe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;

/** Short names of terms for fragments of IRIs: {@code dkg:Target}. */
final class ShortNames {
    private final Map<String, String> namespaces;
    private final Map<Node, String> known = new HashMap<>();

    ShortNames(PrefixMapping prefixes) {
        this.namespaces = prefixes.getNsPrefixMap();
    }

    /** The name by the prefix with the longest namespace; otherwise the complete IRI, encoded. */
    String of(Node term) {
        return known.computeIfAbsent(term, this::name);
    }

    private String name(Node term) {
        String iri = term.toString();
        return namespaces.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty() && iri.startsWith(one.getValue()))
                .max(
                        Comparator.comparing(
                                        (Map.Entry<String, String> one) -> one.getValue().length())
                                .thenComparing(Map.Entry::getKey))
                .map(one -> one.getKey() + ":" + encoded(iri.substring(one.getValue().length())))
                .orElseGet(() -> encoded(iri));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
