package districtkg.draft;

import districtkg.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short forms that a report introduces: "青禾产业合作示范区（以下简称合作区）". */
final class Abbreviations {
    private static final Pattern INTRODUCED =
            Pattern.compile(
                    "(?:“([^”\\n]{4,40})”|《([^》\\n]{4,60})》|([\\p{IsHan}A-Za-z0-9·—-]{4,30}))"
                            + "[（(](?:以下|下)?(?:统称|简称)(?:为|：|:)?[“《]?([^”》）)\\n]{2,12})[”》]?[）)]");

    private Abbreviations() {}

    /**
     * The short forms of a text, with what each stands for as far as it is printed before the
     * bracket: the caller finds the name at its end.
     */
    static Map<String, String> in(Text text) {
        Map<String, String> found = new HashMap<>();
        Matcher matcher = INTRODUCED.matcher(text.words());
        while (matcher.find()) {
            String full =
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            if (full.length() > matcher.group(4).length()) {
                found.putIfAbsent(matcher.group(4), full);
            }
        }
        return Map.copyOf(found);
    }
}
