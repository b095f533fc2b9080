package districtkg.entity;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/**
 * The contents of a graph.
 *
 * @param documents the documents, newest first
 * @param counts number of things of each kind
 * @param licences licences of the data
 * @param triples number of triples
 * @param coverage sources and coverage of the statements
 * @param places what they hold of each place, the most statements first
 */
public record DatasetSummary(
        List<Source> documents,
        List<Count> counts,
        List<Ref> licences,
        int triples,
        Coverage coverage,
        List<PlaceContents> places) {
    private static final List<String> COUNTED =
            List.of(
                    "Document",
                    "Outcome",
                    "Commitment",
                    "Target",
                    "Specification",
                    "Recognition",
                    "DoubtedStatement",
                    "Place",
                    "Facility",
                    "Organization",
                    "Project",
                    "Program",
                    "Event",
                    "Indicator",
                    "Passage");

    /**
     * A document.
     *
     * @param self the document
     * @param places on which it reports
     * @param publishers its publishers
     * @param published publication date, with the known precision
     * @param reliability reliability of the source
     * @param statements number of its statements
     * @param whole whether it was entered completely, and can be verified
     */
    public record Source(
            Ref self,
            List<Ref> places,
            List<Ref> publishers,
            String published,
            List<Ref> reliability,
            long statements,
            boolean whole) {}

    /**
     * The number of things of a class.
     *
     * @param kind the class
     * @param many number of things
     */
    public record Count(Ref kind, long many) {}

    /** Counts a data set once; takes time linear in its documents and statements. */
    public static DatasetSummary of(GraphReader things, Language language) {
        List<Count> counts = new ArrayList<>();
        for (String name : COUNTED) {
            Node kind = Dkg.term(name);
            counts.add(new Count(things.ref(kind, language), things.all(kind).count()));
        }
        Coverage coverage = Coverage.of(things, language);
        List<Source> documents =
                things.all(Dkg.DOCUMENT)
                        .map(document -> source(things, language, document))
                        .sorted(Comparator.comparing(Source::published).reversed())
                        .toList();
        return new DatasetSummary(
                documents,
                counts,
                things.graph().stream(Node.ANY, DCTerms.license.asNode(), Node.ANY)
                        .map(triple -> triple.getObject())
                        .distinct()
                        .map(licence -> things.ref(licence, language))
                        .toList(),
                things.graph().size(),
                coverage,
                PlaceContents.of(documents, coverage.rows()));
    }

    /** What it holds of a place with a key; empty if there is none. */
    public Optional<PlaceContents> place(String key) {
        return places.stream().filter(one -> one.place().key().equals(key)).findFirst();
    }

    /**
     * The data set for search engines (schema.org).
     *
     * @param description in one sentence
     * @param version version of the data
     */
    public JsonObject schema(String description, String version) {
        JsonObject dataset = new JsonObject();
        dataset.put("@context", "https://schema.org/");
        dataset.put("@type", "Dataset");
        dataset.put("name", "DistrictKG");
        dataset.put("description", description);
        dataset.put("url", Dkg.ROOT);
        dataset.put("version", version);
        licences.forEach(licence -> dataset.put("license", licence.iri()));
        dataset.put("inLanguage", "zh, en");
        dataset.put("size", triples + " triples");
        return dataset;
    }

    private static Source source(GraphReader things, Language language, Node document) {
        return new Source(
                things.ref(document, language),
                things.refs(document, Dkg.term("place"), language),
                things.refs(document, Dkg.term("publisher"), language),
                things.text(document, Dkg.PUBLISHED),
                things.refs(document, Dkg.term("reliability"), language),
                things.subjects(Dkg.DOCUMENT_OF, document)
                        .filter(
                                part ->
                                        things.is(part, Dkg.STATEMENT)
                                                || things.is(part, Dkg.DOUBTED_STATEMENT))
                        .count(),
                things.value(document, Dkg.BODY_START).isPresent());
    }
}
