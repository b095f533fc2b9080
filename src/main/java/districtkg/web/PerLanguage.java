package districtkg.web;

import districtkg.vocab.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One of something for each language, made when it is first asked for and then kept, because what
 * is served does not change.
 */
public final class PerLanguage<T> {
    private final Function<Language, T> maker;
    private final Map<Language, T> made = new EnumMap<>(Language.class);

    public PerLanguage(Function<Language, T> maker) {
        this.maker = maker;
    }

    public synchronized T in(Language language) {
        return made.computeIfAbsent(language, maker);
    }
}
