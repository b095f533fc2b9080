package districtkg.entity;

import districtkg.entity.Description.Sort;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.SourceLocation;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;

/** Reads descriptions of things from a graph. */
public final class Descriptions {
    private static final int SHOWN = 60;
    private static final Node IN = Dkg.term("in");
    private static final Node PLACE = Dkg.term("place");
    private static final Node GEOMETRY =
            Dkg.iri("http://www.opengis.net/ont/geosparql#hasGeometry");
    private static final Node WKT = Dkg.iri("http://www.opengis.net/ont/geosparql#asWKT");
    private static final Pattern POINT =
            Pattern.compile("POINT\\s*\\(\\s*([-0-9.]+)\\s+([-0-9.]+)\\s*\\)");

    private static final List<Node> FACTS =
            List.of(
                    DCTerms.title.asNode(),
                    Dkg.term("builder"),
                    Dkg.term("investor"),
                    Dkg.term("operator"),
                    Dkg.term("organizer"),
                    Dkg.term("electedOffice"),
                    Dkg.term("partOf"),
                    SKOS.broader.asNode(),
                    Dkg.term("industry"),
                    Dkg.term("maybeSame"),
                    Dkg.term("thing"),
                    Dkg.term("likelihood"),
                    Dkg.DOCUMENT_OF,
                    PLACE,
                    Dkg.term("publisher"),
                    Dkg.term("published"),
                    Dkg.term("reliability"),
                    Dkg.term("reports"),
                    Dkg.UNIT,
                    Dkg.term("measure"),
                    Dkg.term("better"),
                    Dkg.term("divisionCode"),
                    Dkg.CHARACTERS,
                    Dkg.SHA256,
                    SchemaDO.url.asNode(),
                    SKOS.exactMatch.asNode(),
                    SKOS.closeMatch.asNode(),
                    SKOS.relatedMatch.asNode(),
                    DCTerms.source.asNode());

    private static final List<Node> LINKS =
            List.of(
                    Dkg.term("partOf"),
                    SKOS.broader.asNode(),
                    Dkg.term("industry"),
                    Dkg.term("kind"),
                    IN,
                    Dkg.term("publisher"),
                    Dkg.term("reports"),
                    Dkg.term("builder"),
                    Dkg.term("investor"),
                    Dkg.term("operator"),
                    Dkg.term("organizer"),
                    Dkg.term("electedOffice"),
                    Dkg.term("thing"));

    private final GraphReader things;
    private final Language language;

    /** Describes things with names in one language. */
    public Descriptions(GraphReader things, Language language) {
        this.things = things;
        this.language = language;
    }

    /** The description of a thing; for an unknown thing only its IRI. */
    public Description of(Node thing) {
        Sort sort = sort(thing);
        return new Description(
                things.ref(thing, language),
                things.name(thing, language == Language.ZH ? Language.EN : Language.ZH),
                things.values(thing, SKOS.altLabel.asNode()).map(GraphReader::text).toList(),
                definition(thing),
                kinds(thing),
                breadcrumb(thing),
                things.refs(thing, Dkg.term("currentStatus"), language),
                things.text(thing, Dkg.term("asOf")),
                things.refs(thing, Dkg.INFERRED, language),
                facts(thing),
                links(thing),
                new Statements(things, language).with(Dkg.PROMISED_BY, thing),
                history(thing, sort),
                things.subjects(Dkg.MENTIONS, thing)
                        .map(new Statements(things, language)::spot)
                        .sorted(
                                Comparator.comparing((SourceLocation spot) -> spot.document().iri())
                                        .thenComparing(spot -> spot.start()))
                        .toList(),
                position(thing),
                sort);
    }

    /** Its definition, or the note of an editor. */
    private String definition(Node thing) {
        String definition = things.text(thing, SKOS.definition.asNode(), language);
        return definition.isEmpty()
                ? things.text(thing, RDFS.comment.asNode(), language)
                : definition;
    }

    private Sort sort(Node thing) {
        if (things.is(thing, Dkg.DOCUMENT)) {
            return Sort.DOCUMENT;
        }
        if (things.is(thing, Dkg.term("Indicator"))) {
            return Sort.INDICATOR;
        }
        return things.is(thing, Dkg.term("Entity")) ? Sort.ENTITY : Sort.CONCEPT;
    }

    /** The position of a thing, or of the nearest surrounding place that has one. */
    public Optional<Position> position(Node thing) {
        return Stream.concat(Stream.of(thing), things.values(thing, Dkg.term("mapPlace")))
                .flatMap(
                        place ->
                                things.values(place, GEOMETRY)
                                        .flatMap(geometry -> things.values(geometry, WKT))
                                        .map(GraphReader::text)
                                        .map(POINT::matcher)
                                        .filter(Matcher::find)
                                        .map(
                                                point ->
                                                        new Position(
                                                                Double.parseDouble(point.group(1)),
                                                                Double.parseDouble(point.group(2)),
                                                                things.ref(place, language))))
                .findFirst();
    }

    /**
     * The areas around a thing, largest first; for a statement or a document, around its subject.
     */
    public List<Ref> breadcrumb(Node thing) {
        return things.values(thing, PLACE)
                .findFirst()
                .map(place -> Stream.concat(things.values(place, IN), Stream.of(place)))
                .orElseGet(() -> things.values(thing, IN))
                .sorted(
                        Comparator.comparing((Node area) -> things.values(area, IN).count())
                                .thenComparing(GraphReader.BY_TEXT))
                .map(area -> things.ref(area, language))
                .toList();
    }

    private List<Ref> kinds(Node thing) {
        List<Node> kinds = things.values(thing, Dkg.term("kind")).toList();
        return (kinds.isEmpty() ? classes(thing) : kinds.stream())
                .map(kind -> things.ref(kind, language))
                .toList();
    }

    /** The most specific of its classes in the ontology. */
    private Stream<Node> classes(Node thing) {
        List<Node> all =
                things.values(thing, RDF.type.asNode())
                        .filter(type -> type.isURI() && type.getURI().startsWith(Dkg.NS))
                        .toList();
        return all.stream()
                .filter(
                        type ->
                                all.stream()
                                        .noneMatch(
                                                other ->
                                                        things.values(
                                                                        other,
                                                                        RDFS.subClassOf.asNode())
                                                                .anyMatch(type::equals)));
    }

    private List<RelatedGroup> facts(Node thing) {
        List<RelatedGroup> groups = new ArrayList<>();
        for (Node property : FACTS) {
            add(groups, relation(property), things.values(thing, property).toList());
        }
        return groups;
    }

    private List<RelatedGroup> links(Node thing) {
        List<RelatedGroup> groups = new ArrayList<>();
        for (Node property : LINKS) {
            Predicate<Node> shown =
                    other ->
                            !things.is(other, Dkg.STATEMENT)
                                    && !things.is(other, Dkg.DOUBTED_STATEMENT);
            add(
                    groups,
                    "of-" + relation(property),
                    things.subjects(property, thing).filter(shown).toList());
        }
        return groups;
    }

    private void add(List<RelatedGroup> groups, String relation, List<Node> values) {
        if (!values.isEmpty()) {
            groups.add(
                    new RelatedGroup(
                            relation,
                            values.stream()
                                    .limit(SHOWN)
                                    .map(
                                            value ->
                                                    value.isLiteral()
                                                            ? new Ref("", GraphReader.text(value))
                                                            : things.ref(value, language))
                                    .toList(),
                            values.size()));
        }
    }

    private List<Statement> history(Node thing, Sort sort) {
        Statements statements = new Statements(things, language);
        Set<Statement> found = new LinkedHashSet<>();
        List<Node> relations =
                sort == Sort.DOCUMENT
                        ? List.of(Dkg.DOCUMENT_OF)
                        : List.of(
                                Dkg.ABOUT,
                                Dkg.INDICATOR,
                                Dkg.term("event"),
                                Dkg.term("award"),
                                Dkg.term("conferredBy"),
                                Dkg.term("example"),
                                Dkg.term("program"),
                                Dkg.term("industry"),
                                Dkg.term("topic"));
        for (Node relation : relations) {
            found.addAll(statements.with(relation, thing));
        }
        return found.stream().sorted(Statements.BY_TIME).toList();
    }

    private static String relation(Node property) {
        return Ref.end(property.getURI());
    }
}
