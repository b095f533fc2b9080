package districtkg.vocab;

import java.util.Locale;
import org.apache.jena.graph.Node;

/** The two languages of names and pages. */
public enum Language {
    /** English; names in {@code :nameEn}. */
    EN("nameEn"),
    /** Chinese in simplified characters; names in {@code :nameZh}. */
    ZH("nameZh");

    private final String property;

    Language(String property) {
        this.property = property;
    }

    /** The property with the plain name of a thing: {@code :nameZh}. */
    public Node named() {
        return Dkg.term(property);
    }

    /** The language tag: {@code zh}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the tag of a text is one of this language (RFC 4647, basic filtering): {@code zh},
     * {@code zh-Hans}, {@code en-GB}. Pinyin, {@code zh-Latn}, is not.
     */
    public boolean matches(String languageTag) {
        String written = languageTag.toLowerCase(Locale.ROOT) + "-";
        return written.startsWith(tag() + "-") && !written.startsWith("zh-latn-");
    }
}
