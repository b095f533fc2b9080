package districtkg.curation;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.table.division.PlaceNames;
import districtkg.table.division.PlaceNames.ReportingPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the origins of confirmed drafts: place and year by the names of their files, the address of
 * the text by a table of origins.
 *
 * @param sources the rows of the table by the file of the text
 * @param places finds the place that reports
 * @param faults receives faults in names
 */
record ReportOrigins(
        Map<String, Map<String, String>> sources, PlaceNames places, List<Fault> faults) {
    /** Place, year, and the number of the report within the year if there are several. */
    static final Pattern STEM = Pattern.compile("(.+?)-(\\d{4})(?:-(\\d))?");

    /**
     * Reads a table of origins, which is separated by tabs.
     *
     * @param table empty for no addresses
     */
    static ReportOrigins of(Optional<Path> table, PlaceNames places, List<Fault> faults) {
        return new ReportOrigins(table.map(ReportOrigins::table).orElse(Map.of()), places, faults);
    }

    /**
     * The origin of a confirmed draft; empty if its name is faulty, which is reported.
     *
     * @param stem the name of its file without the suffix: {@code 罗湖区-2022}
     */
    Optional<ReportOrigin> of(Path file, String stem) {
        Matcher parts = STEM.matcher(stem);
        if (!parts.matches()) {
            faults.add(
                    Fault.at(
                            Location.of(file),
                            "curated-name",
                            "the name does not contain place and year",
                            "name it as  罗湖区-2022.csv"));
            return Optional.empty();
        }
        Map<String, String> source = sources.getOrDefault(stem + ".txt", Map.of());
        int year = Integer.parseInt(parts.group(2));
        List<ReportingPlace> found =
                places.reporting(parts.group(1), source.getOrDefault("within", ""), year);
        if (found.size() != 1) {
            faults.add(
                    Fault.at(
                            Location.of(file),
                            "curated-name",
                            "in that year data/places has %d places named %s"
                                    .formatted(found.size(), parts.group(1)),
                            "add the place, or name the place around it with  --origins"));
            return Optional.empty();
        }
        String letter =
                parts.group(3) == null
                        ? ""
                        : Character.toString('a' + Integer.parseInt(parts.group(3)) - 1);
        return Optional.of(new ReportOrigin(found.get(0), year, letter, address(source)));
    }

    private static Optional<String> address(Map<String, String> source) {
        if (source.getOrDefault("repo", "").isEmpty()) {
            return Optional.empty();
        }
        String path = source.getOrDefault("path", "");
        StringBuilder encoded = new StringBuilder();
        for (String name : path.split("/", -1)) {
            encoded.append('/').append(encoded(name));
        }
        return Optional.of(
                "https://github.com/%s/blob/%s%s"
                        .formatted(source.get("repo"), source.get("commit"), encoded));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Map<String, String>> table(Path file) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split("\t", -1));
            Map<String, String> row = new HashMap<>();
            for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
                row.put(columns.get(at), cells.get(at));
            }
            rows.put(row.getOrDefault("file", ""), row);
        }
        return rows;
    }
}
