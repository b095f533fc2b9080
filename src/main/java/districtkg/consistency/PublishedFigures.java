package districtkg.consistency;

import districtkg.consistency.ComparableFigure.Kind;
import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The figures of reviewed data with which drafts are compared: outcomes and targets of a whole
 * place and a whole year, by listed indicators. Others are left out.
 */
public final class PublishedFigures {
    private static final Node OUTCOME = Dkg.term("Outcome");
    private static final Node TARGET = Dkg.term("Target");
    private static final Node PLACE = Dkg.term("place");
    private static final Node PRELIMINARY = Dkg.term("preliminary");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final Graph data;

    private PublishedFigures(Graph data) {
        this.data = data;
    }

    /** The figures of a graph, in the order of their IRIs; places by their Chinese names. */
    public static List<ComparableFigure> of(Graph data) {
        PublishedFigures figures = new PublishedFigures(data);
        List<ComparableFigure> all = new ArrayList<>();
        data.stream(Node.ANY, Dkg.INDICATOR, Node.ANY)
                .map(triple -> triple.getSubject())
                .filter(Node::isURI)
                .distinct()
                .forEach(one -> figures.figure(one).ifPresent(all::add));
        all.sort(Comparator.comparing(ComparableFigure::id));
        return List.copyOf(all);
    }

    private Optional<ComparableFigure> figure(Node statement) {
        boolean target = data.contains(statement, RDF.type.asNode(), TARGET);
        Optional<String> year =
                words(statement, target ? Dkg.DUE : Dkg.DATE)
                        .filter(word -> YEAR.matcher(word).matches());
        Optional<BigDecimal> value = words(statement, Dkg.VALUE).map(BigDecimal::new);
        Optional<Node> place = one(statement, PLACE);
        if ((!target && !data.contains(statement, RDF.type.asNode(), OUTCOME))
                || year.isEmpty()
                || value.isEmpty()
                || place.isEmpty()
                || data.contains(statement, Dkg.ABOUT, Node.ANY)
                || data.contains(statement, Dkg.SINCE, Node.ANY)) {
            return Optional.empty();
        }
        return Optional.of(
                new ComparableFigure(
                        statement.getURI(),
                        document(statement),
                        target
                                ? Kind.TARGET
                                : data.contains(statement, PRELIMINARY, Node.ANY)
                                        ? Kind.EXPECTATION
                                        : Kind.OUTCOME,
                        one(statement, Dkg.INDICATOR)
                                .map(node -> node.getURI().replace(Dkg.VOCAB, "v:"))
                                .orElse(""),
                        "",
                        chinese(place.get()),
                        Integer.parseInt(year.get()),
                        ComparableFigure.YEAR,
                        value.get(),
                        value.get(),
                        one(statement, Dkg.BOUND).map(PublishedFigures::end).orElse("exactly"),
                        words(statement, Dkg.STATED_VALUE)
                                .map(
                                        printed ->
                                                Math.max(
                                                        0,
                                                        new BigDecimal(printed)
                                                                .stripTrailingZeros()
                                                                .scale()))
                                .orElse(0)));
    }

    /** The document that states it, by its short name. */
    private String document(Node statement) {
        return one(statement, Dkg.SOURCE)
                .filter(Node::isURI)
                .map(source -> end(source).replaceFirst("#.*$", ""))
                .orElse("");
    }

    private String chinese(Node place) {
        return data.stream(place, RDFS.label.asNode(), Node.ANY)
                .map(triple -> triple.getObject())
                .filter(label -> label.getLiteralLanguage().startsWith("zh"))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse(place.toString());
    }

    private Optional<Node> one(Node subject, Node property) {
        return data.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject())
                .findFirst();
    }

    private Optional<String> words(Node subject, Node property) {
        return one(subject, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    private static String end(Node node) {
        return node.getURI().replaceFirst("^.*/(?=[^/]*$)", "").replaceFirst("^ns#", "");
    }
}
