package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
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
            rn20181130-nanfang-new-campus-opening           | inferred | due promisedBy
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
            zzrb201606-airport-runway-begun                 | about    | lusong-airport-runway
            wwp20140531-airport-started                     | date     | 2013-09
            ls20160908-tianchi-lake-park-completion         | about    | tianchi-lake-park-first-works
            pd20130715-sa60l-first-flight                   | status   |
            avi163-sa60l-first-flight-2013                  | status   |
            sw20210529-sa60l-in-production                  | inferred | date status
            xls20180313-lifeline-roads-length               | status   |
            uav202511-aviation-low-altitude-scale           | industry | aviation-and-low-altitude
            hnt20220630-station-trains-back                 | about    | zhuzhou-station-passenger-service
            rn20221230-station-open                         | about    | zhuzhou-railway-station
            lusong-2020-internet-plus-government-2020       | status   |
            lusong-2020-civility-practice-stations-2020     | status   |
            lusong-2020-congress-session-held               | status   | opened
            lusong-2020-two-sessions-opened                 | status   | opened
            lusong-2020-startups-added-2019                 | statedUnit | hu-entities
            xh20230215-apparel-business-entities            | statedUnit | hu-entities
            rn20171214-tiedong-road-core-tunnel             | value    | 65
            rn20171214-tiedong-road-core-tunnel             | about    | tiedong-road-core-tunnel
            rn20171214-tiedong-road-core-going-on           | status   | underConstruction
            park20190906-fenghuangshan-paths-going-on       | value    | 6
            park20190906-fenghuangshan-paths-completion     | value    | 13
            rn20210903-nanfang-new-campus-site-area         | topic    | education
            djwt2017-dajing-3a                              | topic    | culture-and-tourism
            rn20150209-longquan-headquarters                | inferred | due
            uav20140402-aircraft-making-projects-2015       | inferred | due
            xls20150205                                     | reliability | interested
            xls20150806                                     | reliability | interested
            xls20160930                                     | reliability | interested
            xls20170317                                     | reliability | copy
            xls20180313                                     | reliability | interested
            xls20200925                                     | reliability | interested
            cf20220425                                      | reliability | interested
            nbs2023                                         | reliability | copy
            airexp                                          | dateBound | atMost
            airexp-expansion-investment                     | value    | 1670000000
            airexp-expansion-opening                        | due      | 2029-08
            airexp-expansion-site-area                      | place    | zhuzhou
            cppcc-baiguan                                   | dateBound | atMost
            cppcc-baiguan-halls-floor-area                  | suspect  | contradicted
            cppcc-baiguan-signed-brands-in-production       | inferred | due promisedBy
            gb1bg-baiguan-villages                          | value    | 17
            voc20170419-sa60l-t-approved-by-april           | date     | 2017-04-18
            voc20170419-sa60l-t-approved-by-april           | dateBound | atMost
            lusong-2020-nanfang-new-campus-under-construction | dateBound | atMost
            rn20160921-airport-soon                         | promisedBy | lusong-party-secretary
            rn20160921-airport-soon                         | inferred | promisedBy
            rn20150209-tiedong-road-opening                 | promisedBy | lusong-government
            xls20160930-lifeline-roads-through              | promisedBy | xinlusong-group
            """)
    void aCorrectionIsKept(String statement, String property, String expected) {
        Set<String> right =
                expected == null ? Set.of() : new TreeSet<>(Arrays.asList(expected.split(" ")));

        assertThat(values(statement, property)).isEqualTo(right);
    }

    /** A project that is pushed forward by one plan is not shown to be under construction by it. */
    @Test
    void whatIsUrgedIsNoOutcome() {
        assertThat(values("rn20220113-nanzhan-underpass-going-on", "date")).isEmpty();
        assertThat(values("rn20220113-nanzhan-underpass-going-on", "inferred"))
                .containsExactly("due", "promisedBy");
    }

    /** A Chinese name of a promise says that it is one, with a word for what is to come. */
    @Test
    void noPromiseIsNamedAsIfItHadHappened() {
        Pattern happened = Pattern.compile("^(?:\\d{4}年(?:\\d+月|底|内)?|.*建成示范村$|.*覆盖全区$)");
        Pattern toCome = Pattern.compile("目标|拟|将|计划|规划|预计|有望|力争|确保|前");
        List<String> names =
                Stream.of("Commitment", "Target")
                        .flatMap(kind -> THINGS.all(Dkg.term(kind)))
                        .flatMap(one -> THINGS.values(one, RDFS.label.asNode()))
                        .filter(label -> label.getLiteralLanguage().equals("zh"))
                        .map(GraphReader::text)
                        .toList();

        assertThat(names).hasSizeGreaterThan(200);
        assertThat(names)
                .filteredOn(name -> happened.matcher(name).find())
                .isNotEmpty()
                .allMatch(name -> toCome.matcher(name).find());
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
