package districtkg.query.advice;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.vocab.Dkg;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;

/** The advice on unknown terms is short and fast, however many a query has. */
class KnownTermsTest {
    private static final KnownTerms TERMS = new KnownTerms(Fixture.yunhe().asserted());

    @Test
    void manyUnknownTermsListTheFirst() {
        String values =
                IntStream.range(0, 9000)
                        .mapToObj(at -> "<" + Dkg.NS + "thing-" + at + ">")
                        .collect(Collectors.joining(" "));

        assertThat(told("ASK { VALUES ?x { " + values + " } ?x a ?y }")).hasSize(5);
    }

    @Test
    void longNamesAreTruncated() {
        List<Advice> told = told("ASK { ?x a <" + Dkg.NS + "x".repeat(60_000) + "> }");

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().facts().values())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact).hasSizeLessThan(500));
    }

    private static List<Advice> told(String text) {
        return TERMS.unknown(QueryFactory.create(text));
    }
}
