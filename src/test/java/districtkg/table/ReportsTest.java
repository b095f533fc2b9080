package districtkg.table;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reports of the project are read without a fault, and each has statements. */
class ReportsTest {
    private static final Sources REPORTS =
            Sources.read(
                    List.of(
                            Path.of("ontology"),
                            Path.of("data/lists"),
                            Path.of("data/things"),
                            Path.of("data/places"),
                            Path.of("data/reports")));

    @Test
    void everyReportHasAHeadAndStatements() {
        assertThat(graphs(SourceRole.STATEMENTS))
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(graphs(SourceRole.DOCUMENT));
    }

    @Test
    void everyNumeralThatCountsNothingIsAccountedFor() {
        assertThat(graphs(SourceRole.IDIOMS))
                .containsExactlyInAnyOrderElementsOf(graphs(SourceRole.STATEMENTS));
    }

    private static List<String> graphs(SourceRole role) {
        return REPORTS.files().stream()
                .filter(file -> file.role() == role)
                .map(SourceFile::graphName)
                .map(Object::toString)
                .toList();
    }
}
