package districtkg.verify.document;

import districtkg.text.Span;
import districtkg.vocab.Dkg;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** The sections of a document. If they are nested, the smallest around some words applies. */
public final class DocumentSections {
    private final CuratedFacts facts;
    private final Map<Node, Span> spans = new LinkedHashMap<>();

    DocumentSections(CuratedFacts facts, Node document) {
        this.facts = facts;
        for (Node part : facts.subjects(Dkg.DOCUMENT_OF, document)) {
            if (facts.isA(part, Dkg.SECTION)) {
                facts.span(part).ifPresent(span -> spans.put(part, span));
            }
        }
    }

    /** The stated position of each section. */
    public Map<Node, Span> spans() {
        return spans;
    }

    /** The smallest section around some words; empty if there is none. */
    public Optional<Node> innermost(Span words) {
        return spans.entrySet().stream()
                .filter(section -> section.getValue().covers(words))
                .min(Comparator.comparing(section -> length(section.getValue())))
                .map(Map.Entry::getKey);
    }

    /**
     * Whether the content of some words should be in the data: true unless the smallest section
     * around them is marked as not entered.
     */
    public boolean entered(Span words) {
        return innermost(words)
                .flatMap(section -> facts.words(section, Dkg.ENTERED))
                .map("true"::equals)
                .orElse(true);
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }
}
