package districtkg.figure;

import districtkg.quantity.Quantity;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that do not fit the unit of their quantity: 变电站 of 110千伏变电站 is what has the voltage, not a
 * voltage. Pure functions; thread-safe.
 */
final class OddNames {
    private static final Set<String> POWER = Set.of("千瓦", "瓦", "兆瓦", "吉瓦");

    /** What is measured in units of power. */
    private static final Pattern POWER_NAME =
            Pattern.compile("装机|容量|规模|功率|出力|储能|能力|负荷|发电|外送|新能源|风电|光伏$|热电$");

    /** Things that have a power, which is part of their name: 28兆瓦光伏发电项目. */
    private static final Pattern POWERED = Pattern.compile("(?:项目|工程|电站|电厂|机组|基地|建设)$");

    /** What is measured in units of time. */
    private static final Pattern TIME_NAME =
            Pattern.compile(
                    "天数|日数|时数|周期|时长|时间|用时|时限|期限|寿命|年限|年龄|工期|车程|历时|时效|优良|良好|达标|达到|二级|天气|连续.{1,2}数$");

    /** A rate whose range is a distance or a time: 公交站点覆盖率 of 500米范围公交站点覆盖率达95%. */
    private static final Pattern RATE =
            Pattern.compile("(?:率|比重|占比|比例)(?:达到?|提高[到至]|提升[到至]|[为超])?$");

    /** Things above a size, of which the clause states something else: 10亿元以上企业有研发机构. */
    private static final Pattern SIZED = Pattern.compile("^(?:以上|以下)?的?(?:企业|项目|园区|产业|集群|级)");

    private static final Pattern PUSHED =
            Pattern.compile("^(?:推动|推进|助力|促进|确保)(?!.*(?:率|比重|占比|进度|比例|增速|降幅)).*$");

    /** Money per person or thing of a kind, in a list of kinds: 硕士 of 补贴提高至本科1万元、硕士2万元. */
    private static final Pattern KIND = Pattern.compile("(?:大?专科?|本科|硕士|博士|院士|普通|重点|其他|一般)$");

    private OddNames() {}

    /**
     * Whether a name does not fit a quantity.
     *
     * @param quantity the quantity
     * @param name what it is said to measure
     * @param after the words after the number
     */
    static boolean isOf(Quantity quantity, String name, String after) {
        String unit = quantity.unit();
        if (unit.equals("千伏") || unit.equals("伏")) {
            return !name.contains("电压");
        }
        if (POWER.contains(unit)) {
            return !POWER_NAME.matcher(name).find()
                    || (POWERED.matcher(name).find() && Phrase.isNoun(after));
        }
        return switch (quantity.form()) {
            case TIME -> !TIME_NAME.matcher(name).find();
            case PERCENT -> PUSHED.matcher(name).matches();
            default ->
                    (unit.equals("元")
                                    && (SIZED.matcher(Phrase.clean(after)).find()
                                            || KIND.matcher(name).find()))
                            || (unit.endsWith("米") && RATE.matcher(name).find());
        };
    }
}
