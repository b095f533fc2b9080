package districtkg.draft.terms;

import districtkg.number.Unit;
import districtkg.quantity.Quantity;
import districtkg.text.Text;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.vocab.Qudt;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;

/** The units and measure words of the shared list, by the words that print them. Immutable. */
public final class PrintedUnits {
    /** An empty list: each report defines the units that it needs. */
    public static final PrintedUnits NONE = new PrintedUnits();

    private final TreeMap<String, PrintedUnit> byWords = new TreeMap<>();
    private final TreeMap<String, PrintedUnit> proposed = new TreeMap<>();

    /**
     * A unit as reports print it.
     *
     * @param node its IRI
     * @param base the IRI of the unit that its values are kept in
     * @param multiplier how many of that it is
     */
    public record PrintedUnit(Node node, Node base, BigDecimal multiplier) {}

    /** The units of a graph. */
    public static PrintedUnits of(Graph lists) {
        PrintedUnits units = new PrintedUnits();
        lists.stream(Node.ANY, Qudt.CONVERSION_MULTIPLIER, Node.ANY)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(triple -> units.add(lists, triple));
        return units;
    }

    private void add(Graph lists, Triple triple) {
        Node unit = triple.getSubject();
        BigDecimal multiplier = new BigDecimal(triple.getObject().getLiteralLexicalForm());
        Optional<Node> base =
                lists.stream(unit, Qudt.SCALING_OF, Node.ANY).map(Triple::getObject).findFirst();
        lists.stream(unit, RDFS.label.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(label -> Language.ZH.matches(label.getLiteralLanguage()))
                .forEach(
                        label ->
                                base.ifPresent(
                                        of ->
                                                byWords.putIfAbsent(
                                                        label.getLiteralLexicalForm(),
                                                        new PrintedUnit(unit, of, multiplier))));
    }

    /**
     * These units, with new ones for the quantities of a report that need them.
     *
     * @param document the IRI of the report, under which the new ones are named
     */
    public PrintedUnits with(Iterable<Quantity> quantities, Text text, String document) {
        PrintedUnits more = new PrintedUnits();
        more.byWords.putAll(byWords);
        for (Quantity quantity : quantities) {
            String printed = quantity.printedUnit();
            if (!printed.isEmpty() && !more.byWords.containsKey(printed)) {
                Node node = Dkg.iri(document + "#unit=" + printed);
                more.byWords.put(
                        printed,
                        new PrintedUnit(node, base(quantity, document), Unit.factor(printed)));
                more.proposed.put(printed, more.byWords.get(printed));
            }
        }
        return more;
    }

    private Node base(Quantity quantity, String document) {
        if (quantity.form() == Unit.Form.COUNT) {
            return Qudt.NUM;
        }
        return find(quantity.unit())
                .map(PrintedUnit::base)
                .orElseGet(() -> Dkg.iri(document + "#unit=" + quantity.unit()));
    }

    /** The IRI of the unit in which the values of a quantity are kept; empty if none is known. */
    public Optional<Node> baseOf(Quantity quantity) {
        return quantity.form() == Unit.Form.COUNT
                ? Optional.of(Qudt.NUM)
                : find(quantity.unit()).map(PrintedUnit::base);
    }

    /** The units that the shared list lacks, by their printed form. */
    public SortedMap<String, PrintedUnit> proposed() {
        return proposed;
    }

    /** The printed forms. */
    public Set<String> words() {
        return byWords.keySet();
    }

    /** The unit of a printed form; empty if it is not known. */
    public Optional<PrintedUnit> find(String words) {
        return Optional.ofNullable(byWords.get(words));
    }
}
