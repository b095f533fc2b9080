package districtkg.derive;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.problem.Fault;
import districtkg.source.Sources;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A language tag may say more than the language: zh-Hans, en-GB. */
class LanguageTagsTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"zh-Hans,en-GB", "zh-CN,en-us", "zh,en", "zh-Hant-TW,en-Latn"})
    void aLabelOfEachLanguageIsTheName(String chinese, String english) throws IOException {
        Sources sources = sources("\"简路\"@" + chinese + " , \"Hans Road\"@" + english);
        Node road = Dkg.iri(Dkg.ID + "hans-road");

        assertThat(Validation.of(sources)).filteredOn(LanguageTagsTest::wrong).isEmpty();
        Graph derived = Fixture.derived(sources);
        assertThat(derived.stream(road, Language.ZH.named(), Node.ANY))
                .extracting(triple -> triple.getObject().getLiteralLexicalForm())
                .containsExactly("简路");
        assertThat(derived.stream(road, Language.EN.named(), Node.ANY))
                .extracting(triple -> triple.getObject().getLiteralLexicalForm())
                .containsExactly("Hans Road");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "Jiǎn Lù"@zh-Latn-pinyin , "Hans Road"@en         | label-zh
                    "简路"@zh-Hans , "簡路"@zh-Hant , "Hans Road"@en  | label-zh
                    "简路"@zh , "Hans Road"@en-GB , "Hans Road"@en-US | label-en
                    "简路"@zh , "简 Road"@en-GB                       | label-english-letters
                    "简路"@zh , "Hans Road"@eng                       | label-en
                    """)
    void theRulesOfLabelsHoldForRangesToo(String labels, String code) throws IOException {
        assertThat(Validation.of(sources(labels)))
                .filteredOn(LanguageTagsTest::wrong)
                .extracting(Fault::code)
                .contains(code);
    }

    private static boolean wrong(Fault fault) {
        return fault.severity() == Fault.Severity.ERROR
                && fault.iri().orElse("").contains("hans-road");
    }

    private Sources sources(String labels) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("more.ttl"),
                        """
                        @prefix : <https://w3id.org/districtkg/ns#> .
                        @prefix v: <https://w3id.org/districtkg/vocab/> .
                        @prefix id: <https://w3id.org/districtkg/id/> .
                        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                        id:hans-road a :Facility ; rdfs:label LABELS ; :in id:yunhe ; :kind v:road .
                        """
                                .replace("LABELS", labels));
        return Sources.read(List.of(Fixture.ONTOLOGY, Fixture.YUNHE, file));
    }
}
