package districtkg.verify;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.problem.Fault;
import districtkg.source.Sources;
import districtkg.text.Text;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A passage that cuts a number, its unit or its bound word proves nothing. */
class CutPassageTest {
    @TempDir Path folder;

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            全年新增岗位1500人。         | 500人           | figure-cut
            全年新增岗位1500人。         | 1500人          |
            招商项目不低于300个。        | 低于300个       | figure-cut
            招商项目不低于300个。        | 300个           | figure-cut
            招商项目不低于300个。        | 不低于300个     |
            失业率升高0.5个百分点。      | 0.5个           | figure-cut
            完成改造12.5万户。           | 5万户           | figure-cut
            完成改造12.5万户。           | 12              | figure-cut
            受益20余万人。               | 20              | figure-cut
            引进企业12家以上。           | 12家            | figure-cut
            容纳3万人至5万人。           | 5万人           | figure-cut
            二〇二三年新增岗位500个。    | 二〇二三年新增岗位500个 |
            ２０２３年新增岗位500个。    | ２０２３年新增岗位500个 |
            """)
    void aPassageHoldsWholeNumbers(String words, String passage, String code) throws IOException {
        Text text = Text.of(words);
        int start = text.find(passage).get(0);
        int end = start + passage.codePointCount(0, passage.length());
        Path data = folder.resolve("probe.ttl");
        Files.writeString(data, turtle(text, start, end));
        Sources sources = Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, data));

        List<String> codes =
                Verification.of(sources, Map.of(Dkg.ID + "probe-2024", text)).faults().stream()
                        .map(Fault::code)
                        .filter(one -> one.equals("figure-cut") || one.startsWith("date-"))
                        .toList();

        assertThat(codes).isEqualTo(code == null ? List.of() : List.of(code));
    }

    private static String turtle(Text text, int start, int end) {
        return """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix v: <https://w3id.org/districtkg/vocab/> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix unit: <http://qudt.org/vocab/unit/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                id:probe-2024 a :Document ; :characters %d ; :bodyStart 0 ; :bodyEnd %d ; :sha256 "%s" .
                id:probe-2024-all a :Section ; :document id:probe-2024 ; :start 0 ; :end %d ; :entered false .
                id:probe-2024-1 a :Outcome ; :value 1.0 ; :unit unit:NUM ; :bound :exactly ;
                    :statedValue 1.0 ; :statedUnit v:ge ; :date "2023"^^xsd:gYear%s ; :source <https://w3id.org/districtkg/id/probe-2024#char=%d,%d> .
                <https://w3id.org/districtkg/id/probe-2024#char=%d,%d> a :Passage ; :document id:probe-2024 ;
                    :section id:probe-2024-all ; :start %d ; :end %d ; :sha256 "%s" .
                """
                .formatted(
                        text.length(),
                        text.length(),
                        text.sha256(0, text.length()),
                        text.length(),
                        text.words().matches("[二２].*") ? "" : " ; :inferred :date",
                        start,
                        end,
                        start,
                        end,
                        start,
                        end,
                        text.sha256(start, end));
    }
}
