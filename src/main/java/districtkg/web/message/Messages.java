package districtkg.web.message;

import districtkg.vocab.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The messages of pages, and the format of numbers and dates, in one language. Thread-safe. */
public final class Messages {
    private static final Messages ENGLISH = new Messages(Language.EN);
    private static final Messages CHINESE = new Messages(Language.ZH);

    private static final MathContext SEVEN_DIGITS = new MathContext(7);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final int DECIMALS = 12;

    private final Locale locale;
    private final ResourceBundle messages;
    private final boolean chinese;

    private Messages(Language language) {
        this.locale = Locale.forLanguageTag(language.tag());
        this.chinese = language == Language.ZH;
        String file = "messages_" + language.tag() + ".properties";
        try (Reader in =
                new InputStreamReader(
                        Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            this.messages = new PropertyResourceBundle(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The messages of a language. */
    public static Messages in(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case ZH -> CHINESE;
        };
    }

    /** Whether there is a message with this key. */
    public boolean has(String key) {
        return messages.containsKey(key);
    }

    /** All messages, by key. */
    public ResourceBundle messages() {
        return messages;
    }

    /**
     * A message with its parameters filled in.
     *
     * @throws java.util.MissingResourceException if no message has the key, which is a bug
     */
    public String say(String key, Object... blanks) {
        String message = messages.getString(key);
        return blanks.length == 0
                ? message
                : new MessageFormat(message.replace("'", "''"), locale)
                        .format(Arrays.stream(blanks).map(String::valueOf).toArray());
    }

    /**
     * Formats a number: 12000 is {@code 12,000} in English and {@code 1.2万} in Chinese. Shows seven
     * digits, more than any report prints, and no fraction above ten thousand; only a value
     * converted from another unit has more.
     */
    public String number(BigDecimal value) {
        BigDecimal plain = shown(value);
        boolean large =
                plain.abs().compareTo(BigDecimal.valueOf(chinese ? 10_000 : 1_000_000)) >= 0;
        NumberFormat format =
                large
                        ? NumberFormat.getCompactNumberInstance(
                                locale,
                                chinese ? NumberFormat.Style.SHORT : NumberFormat.Style.LONG)
                        : NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        format.setGroupingUsed(!large && !chinese);
        // A compact format rounds a BigDecimal to its whole part, but not a double.
        return large ? format.format(plain.doubleValue()) : format.format(plain);
    }

    /** Formats a count of rows or things, with all digits: 1135806 is {@code 1,135,806}. */
    public String count(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /**
     * A number with seven digits, and no fraction above ten thousand, as {@link #number} shows it.
     */
    public static BigDecimal shown(BigDecimal value) {
        BigDecimal rounded = value.round(SEVEN_DIGITS);
        return (rounded.abs().compareTo(TEN_THOUSAND) >= 0
                        ? rounded.setScale(0, RoundingMode.HALF_UP)
                        : rounded)
                .stripTrailingZeros();
    }

    /** Formats a year, month or day: {@code 2020-06} is {@code June 2020}. */
    public String date(String written) {
        return switch (written.length()) {
            case 4 -> chinese ? written + "年" : Year.parse(written).toString();
            case 7 -> YearMonth.parse(written).format(pattern("MMMM uuuu", "uuuu年M月"));
            case 10 -> LocalDate.parse(written).format(pattern("d MMMM uuuu", "uuuu年M月d日"));
            default -> written;
        };
    }

    private DateTimeFormatter pattern(String inEnglish, String inChinese) {
        return DateTimeFormatter.ofPattern(chinese ? inChinese : inEnglish, locale);
    }
}
