package districtkg.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A review reads the tables of the drafted places only. */
class PlaceFilesTest {
    private static final Path DATA = Path.of("data");

    @Test
    void tablesOfOtherPlacesAreLeftOut() {
        List<Path> files = PlaceFiles.of(DATA, Set.of("罗湖区"));

        assertThat(files)
                .contains(DATA.resolve("lists"), DATA.resolve("reports/440303"))
                .doesNotContain(DATA, DATA.resolve("reports"), DATA.resolve("reports/440306"));
    }

    @Test
    void aDistrictWithoutACodeOfItsOwnIsFoundByItsReports() {
        assertThat(PlaceFiles.of(DATA, Set.of("大鹏新区")))
                .contains(DATA.resolve("reports/440300-dapeng"))
                .doesNotContain(DATA.resolve("reports/440300"));
    }

    @Test
    void aFolderWithoutReportsIsReadWhole(@TempDir Path other) {
        assertThat(PlaceFiles.of(other, Set.of("罗湖区"))).containsExactly(other);
    }
}
