package districtkg.web;

import districtkg.vocab.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One of something for each language, made once, because what is served does not change. */
final class InBoth<T> {
    private final Map<Language, T> made = new EnumMap<>(Language.class);

    InBoth(Function<Language, T> maker) {
        for (Language language : Language.values()) {
            made.put(language, maker.apply(language));
        }
    }

    T in(Language language) {
        return Objects.requireNonNull(made.get(language));
    }
}
