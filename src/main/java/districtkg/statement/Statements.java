package districtkg.statement;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

/** Reads statements from a graph. */
public final class Statements {
    /** From specific to general: a target is also a commitment. */
    static final List<Node> KINDS =
            List.of(
                    Dkg.term("Target"),
                    Dkg.term("Commitment"),
                    Dkg.term("Outcome"),
                    Dkg.term("Specification"),
                    Dkg.term("Recognition"),
                    Dkg.DOUBTED_STATEMENT);

    /** In chronological order; within a day by document, and within it in the order of the text. */
    public static final Comparator<Statement> BY_TIME =
            Comparator.comparing(Statement::day)
                    .thenComparing(statement -> statement.document().iri())
                    .thenComparing(Statements::start)
                    .thenComparing(statement -> statement.self().iri());

    private final GraphReader things;
    private final Language language;

    /** Reads statements with the names of terms in one language. */
    public Statements(GraphReader things, Language language) {
        this.things = things;
        this.language = language;
    }

    /** All statements, including doubted ones, in chronological order. */
    public List<Statement> all() {
        return read(Stream.concat(things.all(Dkg.STATEMENT), things.all(Dkg.DOUBTED_STATEMENT)));
    }

    /** All targets and commitments, in chronological order. */
    public List<Statement> promises() {
        return read(
                Stream.concat(things.all(Dkg.STATEMENT), things.all(Dkg.DOUBTED_STATEMENT))
                        .filter(one -> things.value(one, Dkg.term("verdict")).isPresent()));
    }

    /** Whether a thing is a statement, doubted or not. */
    public boolean knows(Node thing) {
        return things.is(thing, Dkg.STATEMENT) || things.is(thing, Dkg.DOUBTED_STATEMENT);
    }

    /** A statement with what its own page shows. */
    public StatementDetail account(Node node) {
        Language other = language == Language.ZH ? Language.EN : Language.ZH;
        return new StatementDetail(
                read(node),
                things.name(node, other),
                of(node, "evidence"),
                of(node, "doubtedEvidence"),
                of(node, "relatedStatement"),
                with(Dkg.term("evidence"), node),
                with(Dkg.term("contradictedBy"), node),
                Stream.concat(
                                of(node, "corroborates").stream(),
                                with(Dkg.term("corroborates"), node).stream())
                        .toList(),
                things.text(node, Dkg.term("documentsSearched")),
                things.text(node, Dkg.term("searchedUntil")),
                ref(node, Dkg.term("readAs")),
                things.text(node, Dkg.term("latest")),
                refs(node, Dkg.term("event")),
                refs(node, Dkg.term("program")),
                refs(node, Dkg.term("conferredBy")));
    }

    /** The statements on which the verdict of a promise is based, in chronological order. */
    public List<Statement> evidence(Statement promise) {
        return of(Dkg.iri(promise.self().iri()), "evidence");
    }

    /** The statements that are values of a property, in chronological order. */
    private List<Statement> of(Node node, String property) {
        return read(things.values(node, Dkg.term(property)).filter(this::knows));
    }

    /** The statements with a value of a property, in chronological order. */
    public List<Statement> with(Node property, Node value) {
        return read(things.subjects(property, value).filter(this::knows));
    }

    private List<Statement> read(Stream<Node> nodes) {
        return nodes.map(this::read).sorted(BY_TIME).toList();
    }

    /** One statement. */
    public Statement read(Node node) {
        return new Statement(
                things.ref(node, language),
                KINDS.stream()
                        .filter(kind -> things.is(node, kind))
                        .findFirst()
                        .map(kind -> things.ref(kind, language))
                        .orElseThrow(),
                refs(node, Dkg.ABOUT),
                ref(node, Dkg.term("place")).orElseThrow(),
                ref(node, Dkg.INDICATOR),
                figure(node),
                things.text(node, Dkg.DATE),
                things.text(node, Dkg.DUE),
                things.text(node, Dkg.SINCE),
                things.text(node, Dkg.term("earliest")),
                things.text(node, Dkg.term("year")),
                refs(node, Dkg.term("status")),
                refs(node, Dkg.PROMISED_BY),
                ref(node, Dkg.STRENGTH),
                ref(node, Dkg.term("verdict")),
                refs(node, Dkg.term("evidence")),
                Lateness.of(
                        things.text(node, Dkg.term("minMonthsLate")),
                        things.text(node, Dkg.term("maxMonthsLate"))),
                things.text(node, Dkg.term("asOf")),
                things.text(node, Dkg.term("explanation"), language),
                refs(node, Dkg.term("postponedTo")),
                refs(node, Dkg.term("repeats")),
                ref(node, Dkg.term("award")),
                things.text(node, Dkg.RANK),
                things.text(node, Dkg.CONSECUTIVE_YEARS),
                ref(node, Dkg.FIRST_IN),
                refs(node, Dkg.term("example")),
                refs(node, Dkg.term("industry")),
                refs(node, Dkg.term("topic")),
                refs(node, Dkg.term("suspect")),
                refs(node, Dkg.term("contradictedBy")),
                refs(node, Dkg.INFERRED),
                things.text(node, RDFS.comment.asNode(), language),
                ref(node, Dkg.DOCUMENT_OF).orElseThrow(),
                things.value(node, Dkg.DOCUMENT_OF)
                        .map(document -> things.text(document, Dkg.PUBLISHED))
                        .orElse(""),
                spots(node));
    }

    private StatedFigure figure(Node node) {
        return new StatedFigure(
                ref(node, Dkg.BOUND),
                things.number(node, Dkg.VALUE),
                things.number(node, Dkg.term("minValue")),
                things.number(node, Dkg.term("maxValue")),
                ref(node, Dkg.UNIT),
                printed(node));
    }

    /** The number, range or text as printed, with its unit: {@code 1.2 万人}. */
    String printed(Node node) {
        String low = things.text(node, Dkg.STATED_MIN);
        String range = low.isEmpty() ? "" : low + "–" + things.text(node, Dkg.STATED_MAX);
        String number = things.text(node, Dkg.STATED_VALUE) + things.text(node, Dkg.STATED_TEXT);
        String unit = ref(node, Dkg.STATED_UNIT).map(Ref::name).orElse("");
        return (range + number + " " + unit).strip();
    }

    private List<SourceLocation> spots(Node node) {
        return things.values(node, Dkg.SOURCE)
                .map(this::spot)
                .sorted(
                        Comparator.comparing(SourceLocation::start)
                                .thenComparing(spot -> spot.self().iri()))
                .toList();
    }

    /** The location of a source. */
    public SourceLocation spot(Node source) {
        return new SourceLocation(
                things.ref(source, language),
                ref(source, Dkg.DOCUMENT_OF).orElseThrow(),
                ref(source, Dkg.SECTION_OF),
                position(source, Dkg.START),
                position(source, Dkg.END),
                things.text(source, Dkg.SHA256),
                things.text(source, Dkg.term("locator"), language));
    }

    private int position(Node source, Node property) {
        return things.number(source, property).map(number -> number.intValueExact()).orElse(-1);
    }

    private static int start(Statement statement) {
        return statement.spots().isEmpty() ? -1 : statement.spots().getFirst().start();
    }

    private Optional<Ref> ref(Node subject, Node property) {
        return refs(subject, property).stream().findFirst();
    }

    private List<Ref> refs(Node subject, Node property) {
        return things.refs(subject, property, language);
    }
}
