package districtkg.bench;

import districtkg.graph.GraphReader;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

/**
 * An indicator of the project's own list, and how its figures are made up.
 *
 * @param lowerIsBetter so that what is promised of it is a ceiling
 * @param least the smallest printed number, in tenths
 * @param most the greatest
 */
record Measured(
        Node indicator,
        String chinese,
        String english,
        boolean lowerIsBetter,
        Node unit,
        Printed printed,
        int least,
        int most) {
    private static final String QUDT_UNIT = "http://qudt.org/vocab/unit/";

    /** A unit as reports print it. */
    record Printed(Node unit, BigDecimal multiplier) {}

    private static final Map<Node, Printed> PRINTED =
            Map.of(
                    Dkg.iri(QUDT_UNIT + "PERCENT"), printed("percent", "1"),
                    Dkg.iri(QUDT_UNIT + "NUM"), printed("ge", "1"),
                    Dkg.iri(QUDT_UNIT + "CCY_CNY"), printed("yi-yuan", "100000000"));

    static Measured of(GraphReader lists, String name) {
        Node indicator = QuerySubject.listed(name);
        Node unit = lists.value(indicator, Dkg.UNIT).orElseThrow();
        boolean percent = unit.getURI().endsWith("PERCENT");
        boolean money = unit.getURI().endsWith("CCY_CNY");
        return new Measured(
                indicator,
                lists.text(indicator, RDFS.label.asNode(), Language.ZH),
                lists.text(indicator, RDFS.label.asNode(), Language.EN),
                lists.value(indicator, Dkg.term("better"))
                        .filter(Dkg.term("lower")::equals)
                        .isPresent(),
                unit,
                PRINTED.get(unit),
                percent ? 15 : money ? 50 : 200,
                percent ? 120 : money ? 9000 : 50000);
    }

    /** A number of tenths to begin with. */
    int first(Random chance) {
        return round(least + chance.nextInt(most - least));
    }

    /** Tenths that are printed: counts are whole. */
    int round(int tenths) {
        return unit.getURI().endsWith("NUM") ? Math.max(10, tenths / 10 * 10) : Math.max(1, tenths);
    }

    QuerySubject figure(QuerySubject statement, int tenths, String bound) {
        BigDecimal stated = BigDecimal.valueOf(tenths, 1);
        return on(statement)
                .says("value", QuerySubject.decimal(stated.multiply(printed.multiplier())))
                .says("bound", Dkg.term(bound))
                .says("statedValue", QuerySubject.decimal(stated));
    }

    QuerySubject range(QuerySubject statement, int from, int to) {
        return on(statement)
                .says("bound", Dkg.term("exactly"))
                .says("statedMin", QuerySubject.decimal(BigDecimal.valueOf(from, 1)))
                .says("statedMax", QuerySubject.decimal(BigDecimal.valueOf(to, 1)));
    }

    private QuerySubject on(QuerySubject statement) {
        return statement
                .says("indicator", indicator)
                .says("unit", unit)
                .says("statedUnit", printed.unit());
    }

    private static Printed printed(String name, String multiplier) {
        return new Printed(QuerySubject.listed(name), new BigDecimal(multiplier));
    }
}
