package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an audit found wrong in the data stays right; docs/decisions/corrections.md tells of each
 * line what was wrong and on what evidence it was mended.
 */
class CorrectionsTest {
    private static final Sources REAL = Fixture.real();
    private static final GraphReader THINGS = new GraphReader(REAL.asserted());

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            rn20150209-airport-trial-operation              | strength | ensured
            rn20150209-tiedong-road-opening                 | strength | ensured
            rn20150209-guoyuan-road-opening                 | strength | ensured
            rn20150209-jianglu-road-phase-2-opening         | strength | ensured
            rn20150209-yingxin-road-opening                 | strength | ensured
            rn20150209-apparel-avenue-phase-1-opening       | strength | ensured
            rn20150209-baiguan-park-phase-1                 | strength | ensured
            rn20150209-washing-park-phase-1                 | strength | ensured
            rn20160921-airport-soon                         | strength | ensured
            rn20181130-nanfang-new-campus-opening           | strength | ensured
            rn20181130-nanfang-new-campus-opening           | inferred | due
            rn20160921-aviation-output-2020                 | strength | strivenFor
            rn20160921-apparel-output-2018                  | strength | strivenFor
            rn20160921-modern-services-scale-2020           | strength | strivenFor
            rn20220113-nanzhan-underpass-going-on           | a        | Commitment
            rn20220113-nanzhan-underpass-going-on           | strength | strivenFor
            rn20220113-nanzhan-underpass-going-on           | status   |
            rn20220113-hangkong-avenue-going-on             | a        | Commitment
            rn20220113-hangkong-avenue-going-on             | strength | strivenFor
            rn20220113-hangkong-avenue-going-on             | status   |
            rn20220113-hedong-belt-going-on                 | a        | Commitment
            rn20220113-hedong-belt-going-on                 | strength | strivenFor
            rn20220113-hedong-belt-going-on                 | status   |
            djwt2017-dajing-3a                              | date     | 2002
            djwt2017-dajing-3a                              | inferred |
            djwt2017-dajing-provincial                      | date     | 2005
            djwt2017-dajing-provincial                      | inferred |
            ctei20180727-promotion-contracts                | date     | 2018-07-25
            ctei20180727-promotion-contracted-investment    | date     | 2018-07-25
            zzlib202210-apparel-cluster-claim               | place    | zhuzhou
            rn20220113-aero-engine-cluster-to-win           | place    | zhuzhou
            rn20220113-aero-engine-cluster-preliminary      | place    | zhuzhou
            rn20230221-aero-engine-cluster-won              | place    | zhuzhou
            zzlib201802-aero-engine-market-share-2016       | place    | zhuzhou
            cppcc20240125-federation-members                | place    | zhuzhou
            cppcc20240125-federation-brands                 | place    | zhuzhou
            cppcc20240125-federation-shops                  | place    | zhuzhou
            cppcc20240125-federation-workers                | place    | zhuzhou
            cppcc20240125-federation-founded                | place    | zhuzhou
            blog20220829-xinhua-bridge-built                | place    | zhuzhou
            rn20220630-xinhua-bridge-open                   | place    | zhuzhou
            rn20230221-station-completed                    | place    | zhuzhou
            ls20180831-lufeng-avenue-opening                | place    | zhuzhou
            """)
    void aCorrectionStands(String statement, String property, String expected) {
        Set<String> right =
                expected == null ? Set.of() : new TreeSet<>(Arrays.asList(expected.split(" ")));

        assertThat(values(statement, property)).isEqualTo(right);
    }

    /** A project that is pushed forward by one plan is not shown to be under construction by it. */
    @Test
    void whatIsUrgedIsNoOutcome() {
        assertThat(values("rn20220113-nanzhan-underpass-going-on", "date")).isEmpty();
        assertThat(values("rn20220113-nanzhan-underpass-going-on", "inferred"))
                .containsExactly("due");
    }

    private static Set<String> values(String statement, String property) {
        Node node = Dkg.iri(Dkg.ID + statement);
        assertThat(THINGS.knows(node)).as(statement).isTrue();
        Node predicate = property.equals("a") ? RDF.type.asNode() : Dkg.term(property);
        return THINGS.values(node, predicate)
                .map(CorrectionsTest::shown)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(Node value) {
        return value.isURI() ? value.getURI().replaceAll(".*[/#]", "") : GraphReader.text(value);
    }
}
