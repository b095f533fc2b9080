package districtkg.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.vocab.Language;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Sources SOURCES = Fixture.real();
    private static final Terms TERMS =
            new Terms(new GraphReader(SOURCES.asserted()), SOURCES.prefixes());

    @Test
    void theReferenceIsCurrent() {
        assertThat(Path.of("docs/ontology.md"))
                .as("write it anew: java -jar target/districtkg.jar ontology docs/ontology.md")
                .content()
                .isEqualTo(new Reference(TERMS).markdown());
    }

    @Test
    void everyTermHasAMeaningAndAnExampleInBothLanguages() {
        assertThat(TERMS.classes()).hasSizeGreaterThan(40);
        assertThat(TERMS.properties()).hasSizeGreaterThan(60);
        assertThat(TERMS.words()).hasSizeGreaterThan(30);
        assertThat(
                        Stream.of(TERMS.classes(), TERMS.properties(), TERMS.words())
                                .flatMap(terms -> terms.stream()))
                .allSatisfy(
                        term ->
                                assertThat(Language.values())
                                        .allSatisfy(
                                                language -> {
                                                    assertThat(term.labels().get(language))
                                                            .as(term.name())
                                                            .isNotBlank();
                                                    assertThat(term.definitions().get(language))
                                                            .as(term.name())
                                                            .isNotBlank();
                                                    assertThat(term.examples().get(language))
                                                            .as(term.name())
                                                            .isNotBlank();
                                                }));
    }

    @Test
    void everyLinkLeadsToATerm() {
        String page = new Reference(TERMS).markdown();

        assertThat(Pattern.compile("\\(#([^)]+)\\)").matcher(page).results())
                .hasSizeGreaterThan(200)
                .allSatisfy(link -> assertThat(page).contains("<a id=\"" + link.group(1) + "\">"));
    }
}
