package org.fourplusone.industry.enterprise;

import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of the 2017 rules for statistics (统计上大中小微型企业划分办法(2017)): which numbers decide in an industry,
 * and the least of each for large, medium and small. Persons; revenue and assets in 10,000 yuan.
 */
public enum SizeRule {
    AGRICULTURE("农、林、牧、渔业", "Agriculture", null, of(20_000, 500, 50), null),
    INDUSTRY("工业", "Industry", of(1000, 300, 20), of(40_000, 2_000, 300), null),
    CONSTRUCTION("建筑业", "Construction", null, of(80_000, 6_000, 300), of(80_000, 5_000, 300)),
    WHOLESALE("批发业", "Wholesale", of(200, 20, 5), of(40_000, 5_000, 1_000), null),
    RETAIL("零售业", "Retail", of(300, 50, 10), of(20_000, 500, 100), null),
    TRANSPORT("交通运输业", "Transport", of(1000, 300, 20), of(30_000, 3_000, 200), null),
    STORAGE("仓储业", "Storage", of(200, 100, 20), of(30_000, 1_000, 100), null),
    POST("邮政业", "Post", of(1000, 300, 20), of(30_000, 2_000, 100), null),
    ACCOMMODATION("住宿业", "Accommodation", of(300, 100, 10), of(10_000, 2_000, 100), null),
    CATERING("餐饮业", "Catering", of(300, 100, 10), of(10_000, 2_000, 100), null),
    INFORMATION("信息传输业", "Information transmission", of(2000, 100, 10), of(100_000, 1_000, 100), null),
    SOFTWARE("软件和信息技术服务业", "Software", of(300, 100, 10), of(10_000, 1_000, 50), null),
    REAL_ESTATE("房地产开发经营", "Real-estate development", null, of(200_000, 1_000, 100), of(10_000, 5_000, 2_000)),
    PROPERTY("物业管理", "Property management", of(1000, 300, 100), of(5_000, 1_000, 500), null),
    BUSINESS("租赁和商务服务业", "Leasing and business services", of(300, 100, 10), null, of(120_000, 8_000, 100)),
    OTHER("其他未列明行业", "Industries not listed", of(300, 100, 10), null, null);

    private final Text text;
    private final List<Long> staff;
    private final List<Long> revenue;
    private final List<Long> assets;

    SizeRule(
            String zh,
            String en,
            @Nullable List<Long> staff,
            @Nullable List<Long> revenue,
            @Nullable List<Long> assets) {
        this.text = Text.of(zh, en);
        this.staff = times(staff, 1);
        this.revenue = times(revenue, 10_000);
        this.assets = times(assets, 10_000);
    }

    private static List<Long> of(long large, long medium, long small) {
        return List.of(large, medium, small);
    }

    private static List<Long> times(@Nullable List<Long> limits, long unit) {
        return limits == null
                ? List.of()
                : limits.stream().map(limit -> limit * unit).toList();
    }

    /**
     * The row of an industry.
     *
     * @param industryCode class of GB/T 4754-2017
     * @return null for what the rules leave out: railways, own real estate let, finance, education, health, public
     *     administration and international organisations
     */
    public static @Nullable SizeRule of(String industryCode) {
        int division = IndustryCode.division(industryCode);
        return switch (IndustryCode.section(industryCode)) {
            case "A" -> AGRICULTURE;
            case "B", "C", "D" -> INDUSTRY;
            case "E" -> CONSTRUCTION;
            case "F" -> division == 51 ? WHOLESALE : RETAIL;
            case "G" -> transport(division, industryCode);
            case "H" -> division == 61 ? ACCOMMODATION : CATERING;
            case "I" -> division == 65 ? SOFTWARE : INFORMATION;
            case "K" -> realEstate(industryCode);
            case "L" -> BUSINESS;
            case "M", "N", "O", "R" -> OTHER;
            case "Q" -> division == 85 ? OTHER : null;
            default -> null;
        };
    }

    /** Loading and unloading (591) counts as transport, not as storage. */
    private static @Nullable SizeRule transport(int division, String industryCode) {
        return switch (division) {
            case 53 -> null;
            case 59 -> industryCode.startsWith("591") ? TRANSPORT : STORAGE;
            case 60 -> POST;
            default -> TRANSPORT;
        };
    }

    private static @Nullable SizeRule realEstate(String industryCode) {
        return switch (industryCode.substring(0, 3)) {
            case "701" -> REAL_ESTATE;
            case "702" -> PROPERTY;
            case "704" -> null;
            default -> OTHER;
        };
    }

    public Text text() {
        return text;
    }

    /** Least persons of large, medium and small; empty where they do not decide. */
    public List<Long> staff() {
        return staff;
    }

    /** Least revenue of the year in yuan of large, medium and small; empty where it does not decide. */
    public List<Long> revenue() {
        return revenue;
    }

    /** Least assets in yuan of large, medium and small; empty where they do not decide. */
    public List<Long> assets() {
        return assets;
    }
}
