package districtkg.search;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.graph.GraphReader;
import districtkg.vocab.Language;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
    private static final SearchIndex INDEX =
            new SearchIndex(new GraphReader(Fixture.yunhe().asserted()));

    @Test
    void aSimilarNameIsFound() {
        assertThat(INDEX.nearest("yunhee", Language.EN, 5)).isNotEmpty();
    }

    /** The search for similar names takes long for a word of thousands of characters. */
    @Test
    void searchTextsAreTruncated() {
        assertThat(INDEX.nearest("-".repeat(8000) + "yunhe", Language.EN, 5)).isEmpty();
        assertThat(INDEX.nearest("yunhee" + "-".repeat(8000), Language.EN, 5)).isNotEmpty();
    }
}
