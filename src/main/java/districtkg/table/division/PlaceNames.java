package districtkg.table.division;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.table.cell.CsvFile;
import districtkg.table.cell.SharedTerms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;

/** Finds places of the tables of places by their names, in a year. */
public final class PlaceNames {
    private final DivisionTable divisions;

    /**
     * A place that a report may be of.
     *
     * @param key under which its reports are kept: the code of the place that it is today
     * @param node of the place as it was then
     * @param chinese its name then
     * @param english its name then
     */
    public record ReportingPlace(String key, Node node, String chinese, String english) {}

    private PlaceNames(DivisionTable divisions) {
        this.divisions = divisions;
    }

    /**
     * Reads tables of places.
     *
     * @throws Problem with every fault of a table
     */
    public static PlaceNames read(List<Path> tables, Graph shared, PrefixMapping prefixes) {
        List<Fault> faults = new ArrayList<>();
        List<CsvFile> files = new ArrayList<>();
        for (Path table : tables) {
            CsvFile.read(
                            table,
                            new LinkedHashSet<>(DivisionTable.COLUMNS),
                            new LinkedHashSet<>(DivisionTable.COLUMNS),
                            faults)
                    .ifPresent(files::add);
        }
        DivisionTable divisions =
                new DivisionTable(files, new SharedTerms(shared, prefixes), faults);
        if (!faults.isEmpty()) {
            throw new Problem(faults);
        }
        return new PlaceNames(divisions);
    }

    /**
     * The place that reported under a name at the beginning of a year. Where the name is that of a
     * place which came later, the place before it is meant.
     *
     * @param name such as 坪山区
     * @param within a part of the names of the places around it, or empty
     * @return several places if the name is ambiguous, none if it is unknown
     */
    public List<ReportingPlace> reporting(String name, String within, int year) {
        return divisions.reporting(name, within, year);
    }

    /** The key of a place that a report of another names, such as its city. */
    public Optional<String> key(String name, int year) {
        List<String> codes = divisions.codes(name, year);
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }
}
