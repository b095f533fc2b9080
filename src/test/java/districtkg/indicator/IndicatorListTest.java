package districtkg.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** The list of indicators names each quantity once, and its entries agree with each other. */
class IndicatorListTest {
    private static final Sources REAL = Fixture.real();
    private static final GraphReader GRAPH = new GraphReader(REAL.asserted());
    private static final List<Node> INDICATORS = GRAPH.all(Dkg.term("Indicator")).toList();
    private static final String QUDT = "http://qudt.org/schema/qudt/";
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?(\\D*)$");

    @Test
    void itCoversTheField() {
        assertThat(INDICATORS).hasSizeGreaterThan(500);
    }

    @Test
    void noNameBelongsToTwoIndicatorsOfOneUnit() {
        Map<String, Node> owners = new HashMap<>();
        for (Node indicator : INDICATORS) {
            for (String name : names(indicator)) {
                Node before = owners.put(name + " in " + unit(indicator), indicator);
                assertThat(before).as(name).isNull();
            }
        }
        assertThat(owners).hasSizeGreaterThan(2000);
    }

    @Test
    void noNameBelongsToTwoIndicatorsOfOneMeasureUnlessTheirUnitsTellThemApart() {
        Map<String, Node> owners = new HashMap<>();
        for (Node indicator : INDICATORS) {
            for (String name : names(indicator)) {
                Node before = owners.put(name + " as " + measure(indicator), indicator);
                if (before != null) {
                    assertThat(List.of(unit(before), unit(indicator)))
                            .as(name)
                            .containsExactlyInAnyOrder("CCY_CNY", "CCY_USD");
                }
            }
        }
        assertThat(owners).isNotEmpty();
    }

    @Test
    void anExampleIsPrintedInAUnitThatScalesToThatOfTheIndicator() {
        Map<String, Node> bases = new HashMap<>();
        for (Node unit : GRAPH.all(NodeFactory.createURI(QUDT + "Unit")).toList()) {
            Node base = GRAPH.value(unit, NodeFactory.createURI(QUDT + "scalingOf")).orElse(unit);
            bases.put(label(unit), base);
        }

        assertThat(INDICATORS)
                .isNotEmpty()
                .allSatisfy(
                        indicator -> {
                            String example = GRAPH.text(indicator, SKOS.example.asNode());
                            Matcher figure = FIGURE.matcher(example);
                            if (!unit(indicator).equals("UNITLESS")) {
                                assertThat(figure.find()).as(example).isTrue();
                                assertThat(bases.get(figure.group(1)))
                                        .as(example)
                                        .isEqualTo(GRAPH.value(indicator, Dkg.UNIT).orElseThrow());
                            }
                        });
    }

    @Test
    void aTotalAndWhatIsCountedPerPersonHaveOneUnitOrTwoCurrencies() {
        assertThat(INDICATORS)
                .filteredOn(
                        indicator -> GRAPH.value(indicator, Dkg.term("perCapitaOf")).isPresent())
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        indicator -> {
                            Node total =
                                    GRAPH.value(indicator, Dkg.term("perCapitaOf")).orElseThrow();
                            if (!(unit(indicator).startsWith("CCY")
                                    && unit(total).startsWith("CCY"))) {
                                assertThat(unit(indicator)).isEqualTo(unit(total));
                            }
                        });
    }

    @Test
    void growthHasTheDirectionOfItsLevel() {
        assertThat(INDICATORS)
                .filteredOn(indicator -> GRAPH.value(indicator, Dkg.term("growthOf")).isPresent())
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        growth ->
                                assertThat(GRAPH.value(growth, Dkg.term("better")))
                                        .isEqualTo(
                                                GRAPH.value(
                                                        GRAPH.value(growth, Dkg.term("growthOf"))
                                                                .orElseThrow(),
                                                        Dkg.term("better"))));
    }

    @Test
    void growthAtConstantPricesIsOfALevelInCurrentPrices() {
        assertThat(INDICATORS)
                .filteredOn(
                        indicator ->
                                GRAPH.text(indicator, Dkg.term("prices"))
                                        .endsWith("constantPrices"))
                .hasSizeGreaterThan(10)
                .allSatisfy(growth -> assertThat(measure(growth)).isEqualTo("growth"));
    }

    private static TreeSet<String> names(Node indicator) {
        TreeSet<String> names = new TreeSet<>();
        Stream.of(RDFS.label.asNode(), SKOS.altLabel.asNode())
                .flatMap(property -> GRAPH.values(indicator, property))
                .forEach(name -> names.add(name.getLiteralLexicalForm()));
        return names;
    }

    private static String label(Node thing) {
        return GRAPH.text(thing, RDFS.label.asNode(), Language.ZH);
    }

    private static String unit(Node indicator) {
        return end(indicator, Dkg.UNIT);
    }

    private static String measure(Node indicator) {
        return end(indicator, Dkg.term("measure"));
    }

    private static String end(Node subject, Node property) {
        return GRAPH.text(subject, property).replaceAll(".*[/#]", "");
    }
}
