package districtkg.reconcile;

import com.github.promeg.pinyinhelper.Pinyin;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name in the forms in which names are compared.
 *
 * @param full without spaces, punctuation, accents and case
 * @param stem the full form without the word for its kind of area: 罗湖 of 罗湖区, luohu of Luohu
 *     District; the full form if it has no such word
 * @param kind that word in Chinese; empty if there is none, or none that tells kinds apart
 * @param sound the stem in pinyin, without tones; of a Latin name the stem itself
 * @param chinese whether the name has Chinese characters
 */
record NameForm(String full, String stem, String kind, String sound, boolean chinese) {
    /** Longer words first, since the first that fits is taken. */
    private static final List<String> KINDS =
            List.of(
                    "自治区", "自治州", "自治县", "自治旗", "特别行政区", "高新区", "经开区", "新区", "地区", "林区", "矿区",
                    "功能区", "街道", "省", "市", "县", "区", "州", "旗", "盟", "镇", "乡");

    /**
     * The nationalities after which autonomous areas are named, without 族 where it may be absent.
     */
    private static final Pattern NATIONALITIES =
            Pattern.compile(
                    "(?:(?:各族|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水"
                            + "|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克"
                            + "|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族"
                            + "|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯)+$");

    private static final Pattern LATIN_KINDS =
            Pattern.compile(
                    "\\b(?:autonomous|administrative|special|new|functional|municipal)?\\s*"
                            + "(?:district|city|county|province|prefecture|region|area|zone|qu|shi|xian"
                            + "|sheng|xinqu|municipality|subdistrict|town|township)\\b");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_STEM = 2;

    /** The forms of a name. */
    static NameForm of(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .strip();
        boolean chinese = plain.codePoints().anyMatch(Character::isIdeographic);
        String full = letters(plain);
        if (!chinese) {
            String stem = letters(LATIN_KINDS.matcher(plain).replaceAll(" "));
            return new NameForm(full, stem.isEmpty() ? full : stem, "", stem, false);
        }
        String kind =
                KINDS.stream()
                        .filter(full::endsWith)
                        .filter(one -> full.length() - one.length() >= SHORTEST_STEM)
                        .findFirst()
                        .orElse("");
        String stem = full.substring(0, full.length() - kind.length());
        if (kind.startsWith("自治")) {
            String place = NATIONALITIES.matcher(stem).replaceFirst("");
            stem = place.length() < SHORTEST_STEM ? stem : place;
        }
        return new NameForm(full, stem, kind, sound(stem), true);
    }

    /** Chinese names of one character keep their kind: 吉县. */
    private static String sound(String chinese) {
        return Pinyin.toPinyin(chinese, "").toLowerCase(Locale.ROOT);
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    /** Pieces that similar names share: characters and pairs of letters. */
    Set<String> pieces() {
        Set<String> pieces = new LinkedHashSet<>();
        if (chinese) {
            full.codePoints().mapToObj(Character::toString).forEach(pieces::add);
        }
        for (int at = 0; at + 2 <= sound.length(); at++) {
            pieces.add(sound.substring(at, at + 2));
        }
        if (full.length() < 2 || full.chars().allMatch(Character::isDigit)) {
            pieces.add(full);
        }
        return pieces;
    }
}
