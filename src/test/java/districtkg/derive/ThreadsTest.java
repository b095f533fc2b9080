package districtkg.derive;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Promises of Lusong that people followed through the documents by hand, before the rules judged
 * them; docs/decisions/threads.md says where the rules rightly say less.
 */
class ThreadsTest {
    private static final Pattern FIRST_CELL = Pattern.compile("^\\| (\\d+(?:, \\d+)*) ");
    private static final Sources REAL = Fixture.real();
    private static final GraphReader THINGS = new GraphReader(Fixture.realGraph());

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            textBlock =
                    """
            aero20101221-airport-phase-1-completion       | kept late      | 60-72
            camac20100527-airport-opening                 | kept late      | 49-60
            zzrb20130805-airport-start                    | kept           |
            zzrb20130805-airport-completion               | kept late      | 30-42
            zzrb20130805-airport-opening                  | kept late      | 27-38
            ifeng20130813-airport-opening                 | kept late      | 27-38
            hnrb20140218-airport-completion               | kept late      | 30-42
            sina20150119-airport-opening                  | kept late      | 13-24
            rn20150209-airport-trial-operation            | kept late      | 13-24
            rn20160921-airport-soon                       | done           |
            ga20161118-airport-completion                 | kept late      | 1-12
            zzwb20170221-airport-in-use                   | not comparable |
            rn20150209-tiedong-road-opening               | unknown        |
            br20161227-tiedong-road-core-completion       | unknown        |
            rn20171214-tiedong-road-core-opening          | unknown        |
            lusong-2020-tiedong-road-south-2020           | not comparable |
            rn20150209-guoyuan-road-opening               | overdue        | 53-
            lusong-2020-guoyuan-road-2020                 | unknown        |
            br20161227-station-start                      | kept late      | 30-31
            br20161227-station-in-use                     | kept late      | 33-39
            ttnews-station-station-completion             | kept           |
            voc20220630-station-completion                | kept           |
            rn20181130-nanfang-new-campus-opening         | kept late      | 11-12
            lusong-2020-nanfang-new-campus-2020           | not comparable |
            ls20160908-tianchi-lake-park-completion       | unknown        |
            lusong-2020-tianchi-lake-park-2020            | unknown        |
            rn20220113-yifa-fashion-centre-completion     | kept           |
            rn20220113-aero-engine-cluster-to-win         | kept           |
            rn20150209-apparel-scale-2017                 | unknown        |
            rn20160921-apparel-output-2018                | unknown        |
            rn20160921-aviation-output-2020               | unknown        |
            zzrb201606-donghang-road-through              | not comparable |
            rn20150209-rotorway-in-production             | not comparable |
            airexp-expansion-start                        | not comparable |
            rn20150209-beihang-bee-in-production          | unknown        |
            rn20150209-hanyang-in-production              | unknown        |
            rn20150209-lide-in-production                 | unknown        |
            rn20150209-parts-plant-start                  | unknown        |
            rn20150209-baiguan-park-phase-1               | not comparable |
            rn20220113-huarui-phase-2-completion          | unknown        |
            zzrb20150507-logistics-park-completion        | unknown        |
            park20190906-fenghuangshan-paths-completion   | unknown        |
            cntv20120809-sa60l-series-production          | not comparable |
            rn20150209-four-seater-first-flight           | unknown        |
            sa160-sa160l-on-sale                          | unknown        |
            xls20160930-lifeline-roads-through            | not comparable |
            csnews20151124-nanzhan-road-start             | unknown        |
            ls20180831-lufeng-avenue-opening              | unknown        |
            zzwb202312-tiedong-road-north-opening         | unknown        |
            rn20160921-low-altitude-pilot                 | open           |
            lusong-2020-low-altitude-pilot-2020           | unknown        |
            rn20150209-flight-service-station-application | not measurable |
            lusong-2020-flight-service-station-2020       | not measurable |
            rn20220113-parts-phase-2-start                | unknown        |
            rn20220113-two-engines-in-production          | unknown        |
            xls20200925-airport-routes                    | open           |
            expo2017-expo-2017                            | unknown        |
            zzlib202210-expo-2022                         | unknown        |
            camac20100527-aviation-output-2020            | unknown        |
            camac20100527-aviation-output-2025            | unknown        |
            zzlib201802-aviation-revenue-2020             | unknown        |
            rn20220113-gdp-growth-target-2022             | unknown        |
            lusong-2020-estates-self-governed-2020        | unknown        |
            lusong-2020-smart-lifts-installed-2020        | unknown        |
            lusong-2020-urban-jobs-added-2020             | unknown        |
            lusong-2020-compulsory-education-places-added-2020 | unknown        |
            lusong-2020-dajing-3a-2020                    | unknown        |
            lusong-2020-fengxi-avenue-608-2020            | not measurable |
            lusong-2020-donghang-road-2020                | unknown        |
            rn202501-gdp-growth-target-2025               | unknown        |
            rn20230221-projects-started-target-2023       | unknown        |
            """)
    void aThreadEndsAsPeopleFound(String promise, String verdict, String months) {
        Node commitment = Dkg.iri(Dkg.ID + promise);

        assertThat(THINGS.knows(commitment)).isTrue();
        assertThat(THINGS.refs(commitment, Dkg.term("verdict"), Language.EN))
                .extracting(one -> one.name())
                .isEqualTo(List.of(verdict));
        assertThat(
                        THINGS.text(commitment, Dkg.term("minMonthsLate"))
                                + "-"
                                + THINGS.text(commitment, Dkg.term("maxMonthsLate")))
                .isEqualTo(months == null ? "-" : months);
    }

    @Test
    void aDoubtfulStartDecidesNothing() {
        assertThat(
                        THINGS.subjects(
                                Dkg.term("evidence"),
                                Dkg.iri(Dkg.ID + "voc20170331-station-ceremony")))
                .isEmpty();
    }

    @Test
    void everyThreadIsAccountedFor() throws IOException {
        Set<Integer> told = new TreeSet<>();
        try (Stream<String> lines = Files.lines(Path.of("docs/decisions/threads.md"))) {
            lines.map(FIRST_CELL::matcher)
                    .filter(Matcher::find)
                    .flatMap(row -> Stream.of(row.group(1).split(", ")))
                    .map(Integer::valueOf)
                    .forEach(told::add);
        }

        assertThat(told).containsExactlyElementsOf(IntStream.rangeClosed(1, 44).boxed().toList());
    }
}
