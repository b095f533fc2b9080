package districtkg.curation;

import districtkg.table.cell.CsvFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The things of a place: those of its table, and those that curators add. An id is derived once
 * from the English name and does not change with it.
 */
public final class ThingRows {
    private static final int LONGEST = 60;

    private final Map<String, Map<String, String>> byName = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Adds a row of the existing table. */
    public void keep(CsvFile.Row row) {
        Map<String, String> kept = new LinkedHashMap<>();
        row.columns().forEach(column -> kept.put(column, row.get(column)));
        byName.put(row.get("zh"), kept);
        names.put(row.get("id"), row.get("zh"));
    }

    /** Adds a thing, unless one with its name exists. */
    public void add(String chinese, String english, String kind) {
        if (!byName.containsKey(chinese)) {
            add(id(english), chinese, english, kind);
        }
    }

    /** Adds a thing with its id, unless one with this id or name exists. */
    public void add(String id, String chinese, String english, String kind) {
        if (!byName.containsKey(chinese) && !names.containsKey(id)) {
            names.put(id, chinese);
            byName.put(
                    chinese,
                    new LinkedHashMap<>(
                            Map.of("id", id, "zh", chinese, "en", english, "kind", kind)));
        }
    }

    /** The rows in the order of their ids. */
    public List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>(byName.values());
        rows.sort(Comparator.comparing(row -> row.getOrDefault("id", "")));
        return rows;
    }

    private String id(String english) {
        String plain =
                english.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String letters = plain.matches("[a-z].*") ? plain : "no-" + plain;
        String id =
                letters.length() <= LONGEST
                        ? letters
                        : letters.substring(0, LONGEST).replaceFirst("-[^-]*$", "");
        String free = id;
        for (int number = 2; names.containsKey(free); number++) {
            free = id + "-" + number;
        }
        return free;
    }
}
