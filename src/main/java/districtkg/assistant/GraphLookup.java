package districtkg.assistant;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.search.SearchHit;
import districtkg.search.SearchIndex;
import districtkg.tidy.PlaceCodes;
import districtkg.tidy.Tables;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Finds what an argument names: by IRI, code or name. */
final class GraphLookup {
    private static final int SUGGESTIONS = 5;

    private final GraphReader things;
    private final SearchIndex search;
    private final Tables tables;

    GraphLookup(GraphReader things, SearchIndex search, Tables tables) {
        this.things = things;
        this.search = search;
        this.tables = tables;
    }

    /**
     * A place, by IRI, code, division code or name.
     *
     * @throws districtkg.problem.Refusal with the names that are nearest, if there is none
     */
    Node place(String named, Language language) {
        List<String> codes =
                new PlaceCodes(tables.named("places").orElseThrow())
                        .codes(List.of(Ref.end(named)), new ArrayList<>());
        return codes.isEmpty()
                ? nearest(named, language, "place", Dkg.term("AdministrativeArea"))
                : Dkg.iri(Dkg.ID + codes.getFirst());
    }

    /** An indicator, by IRI, code or name. */
    Node indicator(String named, Language language) {
        Node coded = Dkg.iri(Dkg.VOCAB + Ref.end(named));
        return things.is(coded, Dkg.term("Indicator"))
                ? coded
                : nearest(named, language, "indicator", Dkg.term("Indicator"));
    }

    /** Anything, by IRI, code or name. */
    Node thing(String named, Language language) {
        return Stream.of(
                        named,
                        Dkg.ID + Ref.end(named),
                        Dkg.VOCAB + Ref.end(named),
                        Dkg.NS + Ref.end(named))
                .map(Dkg::iri)
                .filter(one -> one.getURI().startsWith(Dkg.ROOT) && things.knows(one))
                .findFirst()
                .orElseGet(() -> nearest(named, language, "thing", null));
    }

    private Node nearest(String named, Language language, String sort, @Nullable Node kind) {
        List<SearchHit> hits =
                search.find(named, language, 50).stream()
                        .filter(one -> kind == null || things.is(node(one), kind))
                        .toList();
        Optional<SearchHit> best =
                hits.stream()
                        .filter(one -> names(one, named))
                        .findFirst()
                        .or(() -> hits.size() == 1 ? hits.stream().findFirst() : Optional.empty());
        return best.map(GraphLookup::node)
                .orElseThrow(
                        () ->
                                ToolArguments.wrong(
                                        hits.isEmpty()
                                                ? "There is no %s '%s'. Call search with another name."
                                                        .formatted(sort, named)
                                                : "There is no %s '%s' by exactly this name. Nearest: %s. Call again with an IRI."
                                                        .formatted(sort, named, suggested(hits))));
    }

    /** Whether a name begins with all that was asked for: Luohu, of Luohu District. */
    private static boolean names(SearchHit hit, String named) {
        return Stream.of(hit.self().name(), hit.otherName())
                .anyMatch(name -> name.regionMatches(true, 0, named, 0, named.length()));
    }

    private static String suggested(List<SearchHit> hits) {
        return hits.stream()
                .limit(SUGGESTIONS)
                .map(one -> one.self().name() + " <" + one.self().iri() + ">")
                .collect(Collectors.joining(", "));
    }

    private static Node node(SearchHit hit) {
        return Dkg.iri(hit.self().iri());
    }
}
