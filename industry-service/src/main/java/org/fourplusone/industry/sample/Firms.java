package org.fourplusone.industry.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.SizeClass;

/** Draws the enterprises of the sample register. All names carry 示例 (sample). */
final class Firms {

    private static final String FIRST =
            "鸿瑞盛昌兴隆泰恒信德福祥安康宁嘉禾润泽源海川江河湖岳峰岭林森松柏竹兰梅菊荷莲云霞星辰光明辉耀华荣锦绣金银铜玉珠宝琪瑜璟璋珩鼎钧钰锐铭鑫淼焱垚卓越凌骏骐骥麒麟凤凰鹏鹤鸾";
    private static final String SECOND =
            "达通顺发利丰裕茂升腾飞跃进步成功业创新科技智慧诚实诺义仁和平正直方圆广博厚深远长久永固坚强健壮伟宏大中华夏东南北晨曦朝阳春秋泉源流清波涛浪潮汇聚合众联盟邦友亲睦颂歌韵律诗画";
    private static final List<String> STREETS = List.of("东城街道", "北城街道", "蒋官屯街道");
    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final long seed;
    private final int policyYear;
    private final SampleTables tables;

    Firms(long seed, int policyYear, SampleTables tables) {
        this.seed = seed;
        this.policyYear = policyYear;
        this.tables = tables;
    }

    /** The credit code of the enterprise with a number: region 371502, organisations MA3EX001 and on. */
    static CreditCode creditCode(int number) {
        String serial = "" + DIGITS.charAt(number / 961) + DIGITS.charAt(number / 31 % 31) + DIGITS.charAt(number % 31);
        return CreditCode.of("91", "371502", "MA3EX" + serial);
    }

    Firm draw(int number) {
        Draw draw = new Draw(seed, number);
        Group group = Group.of(number);
        List<SampleTables.IndustryRow> rows = tables.industries.stream()
                .filter(row -> row.who().charAt(0) == group.letter)
                .toList();
        SampleTables.IndustryRow row = rows.get(draw.weighted(
                rows.stream().mapToInt(SampleTables.IndustryRow::weight).toArray()));
        long revenue = revenue(group, draw);
        int staff = staff(group, revenue, draw);
        long assets = hundreds(revenue * draw.between(0.4, 1.6) + 100_000);
        double growth = draw.between(-0.14, 0.30);
        boolean exports = group == Group.ABOVE_SCALE && draw.happens(exporters(row));
        double exportShare = exports ? draw.between(0.03, 0.55) : 0;
        String street = STREETS.get(draw.weighted(new int[] {5, 3, 2}));
        Enterprise enterprise = new Enterprise(
                creditCode(number).value(),
                "聊城示例" + word(number) + row.words() + "有限公司",
                row.cluster(),
                row.industryCode(),
                SizeClass.of(row.industryCode(), (long) staff, BigDecimal.valueOf(revenue), BigDecimal.valueOf(assets)),
                group == Group.ABOVE_SCALE,
                street,
                "聊城经济技术开发区" + street + "示例路" + draw.between(1, 400) + "号",
                LocalDate.of(policyYear - draw.between(1, 24), draw.between(1, 12), draw.between(1, 28)),
                draw.happens(0.004) ? Enterprise.Status.CLOSED : Enterprise.Status.ACTIVE,
                true,
                1,
                1,
                number);
        return new Firm(number, group, enterprise, staff, revenue, growth, assets, exportShare);
    }

    /** Two characters, and a third in the second round, that no other enterprise has. */
    private static String word(int number) {
        int round = number / (FIRST.length() * SECOND.length());
        return "" + FIRST.charAt(number % FIRST.length()) + SECOND.charAt(number / FIRST.length() % SECOND.length())
                + (round == 0 ? "" : "新");
    }

    /** How many of an above-scale trade sell abroad. Of leisure so few do that their exports must not be published. */
    private static double exporters(SampleTables.IndustryRow row) {
        if ("HEALTH_LEISURE".equals(row.cluster())) {
            return 0.05;
        }
        return row.industryCode().charAt(0) <= '4' ? 0.30 : 0;
    }

    private static long revenue(Group group, Draw draw) {
        return switch (group) {
            case ABOVE_SCALE ->
                hundreds(
                        draw.happens(0.12)
                                ? draw.onLogScale(400_000_000, 6_000_000_000.0)
                                : draw.onLogScale(20_500_000, 600_000_000));
            case PIPE_MAKER -> hundreds(draw.onLogScale(1_500_000, 19_500_000));
            case PIPE_TRADER -> hundreds(draw.onLogScale(600_000, 19_500_000));
            case BUILDING_TENANT -> hundreds(draw.onLogScale(150_000, 9_500_000));
        };
    }

    private static int staff(Group group, long revenue, Draw draw) {
        return switch (group) {
            case ABOVE_SCALE -> (int) Math.max(18, Math.pow(revenue / 1e6, 0.72) * draw.between(2.2, 7.5));
            case PIPE_MAKER -> draw.between(6, 70);
            case PIPE_TRADER -> draw.between(2, 22);
            case BUILDING_TENANT -> draw.between(2, 16);
        };
    }

    static long hundreds(double yuan) {
        return Math.round(yuan / 100) * 100;
    }
}
