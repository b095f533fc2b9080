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

    /**
     * The most characters from the start of a full name to the word that introduces its short form.
     */
    private static final int LONGEST = 70;

    private static final int LONGEST_SHORT = 20;

    private Abbreviations() {}

    /**
     * The short forms of a text, with what each stands for as far as it is printed before the
     * bracket: the caller finds the name at its end.
     */
    static Map<String, String> in(Text text) {
        Map<String, String> found = new HashMap<>();
        String words = text.words();
        Matcher matcher = INTRODUCED.matcher(words);
        int from = 0;
        for (int at = words.indexOf('称'); at >= 0; at = words.indexOf('称', at + 1)) {
            matcher.region(
                    Math.max(from, at - LONGEST), Math.min(words.length(), at + LONGEST_SHORT));
            if ("统简".indexOf(words.charAt(Math.max(0, at - 1))) < 0 || !matcher.find()) {
                continue;
            }
            from = matcher.end();
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
