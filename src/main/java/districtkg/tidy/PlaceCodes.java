package districtkg.tidy;

import districtkg.graph.Ref;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds places by their code in IRIs, their division code (GB/T 2260) or their name in either
 * language. Thread-safe.
 */
public final class PlaceCodes {
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Set<String>> inside = new HashMap<>();

    /** Reads the table of places. */
    public PlaceCodes(Table places) {
        int in = places.position("in").orElseThrow();
        int[] names =
                List.of("division_code", "name_en", "name_zh").stream()
                        .mapToInt(name -> places.position(name).orElseThrow())
                        .toArray();
        for (Object[] row : places.rows()) {
            String code = Ref.end(Table.key(row));
            add(codes, code, code);
            for (int name : names) {
                add(codes, row[name], code);
            }
            add(inside, row[in], code);
        }
    }

    /** The codes of places; a fault for each that is not known. */
    public List<String> codes(List<String> wanted, List<String> faults) {
        List<String> found = new ArrayList<>();
        for (String one : wanted) {
            Set<String> known = codes.getOrDefault(one, Set.of());
            if (known.isEmpty()) {
                faults.add(
                        ("There is no place '%s'. Give a code (440303), a name (Luohu District,"
                                        + " 罗湖区) or the last part of an IRI; /api/v1/places lists"
                                        + " them")
                                .formatted(one));
            }
            found.addAll(known);
        }
        return found;
    }

    /** The codes of places and of all places inside them. */
    public Set<String> within(List<String> wanted, List<String> faults) {
        Set<String> found = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(codes(wanted, faults));
        while (!next.isEmpty()) {
            String one = next.pop();
            if (found.add(one)) {
                next.addAll(inside.getOrDefault(one, Set.of()));
            }
        }
        return found;
    }

    private static void add(Map<String, Set<String>> index, @Nullable Object name, String code) {
        if (name != null) {
            index.computeIfAbsent(name.toString(), any -> new HashSet<>()).add(code);
        }
    }
}
