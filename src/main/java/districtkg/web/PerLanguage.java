package districtkg.web;

import districtkg.vocab.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** A value per language, created on first use and then cached. Thread-safe. */
public final class PerLanguage<T> {
    private final Function<Language, T> maker;
    private final Map<Language, T> made = new EnumMap<>(Language.class);

    /**
     * Values that are created when they are first asked for.
     *
     * @param maker creates the value of a language
     */
    public PerLanguage(Function<Language, T> maker) {
        this.maker = maker;
    }

    /** The value of a language, created on the first call. */
    public synchronized T in(Language language) {
        return made.computeIfAbsent(language, maker);
    }
}
