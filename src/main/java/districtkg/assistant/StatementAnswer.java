package districtkg.assistant;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.SourceLocation;
import districtkg.statement.StatedFigure;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** Statements as answers show them: the figure, the verdict with its reason, and the source. */
final class StatementAnswer {
    private final GraphReader things;
    private final Statements statements;
    private final Language language;

    StatementAnswer(GraphReader things, Language language) {
        this.things = things;
        this.language = language;
        this.statements = new Statements(things, language);
    }

    /** A statement with the statements that decide its verdict, but at most so many. */
    Map<String, Object> full(Node node, int mostEvidence) {
        Statement one = statements.read(node);
        Map<String, Object> answer = brief(one);
        if (one.promises()) {
            answer.put(
                    "evidence",
                    statements.evidence(one).stream()
                            .limit(mostEvidence)
                            .map(this::brief)
                            .toList());
        }
        return answer;
    }

    /** A statement without its evidence. */
    Map<String, Object> brief(Statement one) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("iri", one.self().iri());
        answer.put("label", one.self().name());
        answer.put("kind", one.kind().key());
        answer.put("place", one.place().name());
        one.indicator().ifPresent(indicator -> answer.put("indicator", indicator.key()));
        put(answer, "due", one.due());
        put(answer, "date", one.date());
        figure(answer, one.figure());
        one.strength().ifPresent(strength -> answer.put("strength", strength.key()));
        one.verdict()
                .ifPresent(
                        verdict -> {
                            answer.put("verdict", verdict.key());
                            put(answer, "verdict_reason", one.explanation());
                            put(answer, "as_of", one.asOf());
                        });
        if (one.lateness().told()) {
            one.lateness().least().ifPresent(months -> answer.put("min_months_late", months));
            one.lateness().most().ifPresent(months -> answer.put("max_months_late", months));
        }
        if (!one.suspect().isEmpty()) {
            answer.put("doubted", one.suspect().stream().map(Ref::name).toList());
        }
        if (!reviewed(Dkg.iri(one.self().iri()))) {
            answer.put("reviewed", false);
        }
        answer.put("source", source(one));
        return answer;
    }

    /** Whether a person has confirmed the statement or its document. */
    private boolean reviewed(Node statement) {
        Node reviewed = Dkg.term("reviewed");
        return !things.text(statement, reviewed).equals("false")
                && things.value(statement, Dkg.DOCUMENT_OF)
                        .filter(document -> things.text(document, reviewed).equals("false"))
                        .isEmpty();
    }

    private static void figure(Map<String, Object> answer, StatedFigure figure) {
        figure.bound().ifPresent(bound -> answer.put("bound", bound.key()));
        figure.value().ifPresent(value -> answer.put("value", plain(value)));
        if (figure.value().isEmpty()) {
            figure.min().ifPresent(value -> answer.put("min_value", plain(value)));
            figure.max().ifPresent(value -> answer.put("max_value", plain(value)));
        }
        figure.unit().ifPresent(unit -> answer.put("unit", unit.key()));
        put(answer, "printed", figure.printed());
    }

    /** Without an exponent, which people read wrongly. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Map<String, Object> source(Statement one) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("document", one.document().name());
        source.put("iri", one.document().iri());
        put(source, "published", one.published());
        put(source, "address", things.text(Dkg.iri(one.document().iri()), DCTerms.source.asNode()));
        Optional<SourceLocation> spot =
                one.spots().stream().filter(SourceLocation::provable).findFirst();
        spot.ifPresent(
                passage -> source.put("characters", List.of(passage.start(), passage.end())));
        spot.ifPresent(passage -> source.put("sha256", passage.digest()));
        return source;
    }

    static void put(Map<String, Object> answer, String name, String value) {
        if (!value.isEmpty()) {
            answer.put(name, value);
        }
    }

    /** The language of names. */
    Language language() {
        return language;
    }
}
