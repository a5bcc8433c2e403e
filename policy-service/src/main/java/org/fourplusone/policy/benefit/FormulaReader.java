package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.rule.RuleReader;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a formula from the item file and checks it against the dictionary; its shape is the item schema's. */
public final class FormulaReader {

    private final RuleReader facts;
    private final RuleFaults faults;

    public FormulaReader(RuleReader facts, RuleFaults faults) {
        this.facts = facts;
        this.faults = faults;
    }

    /** The formula, or null if it could not be read (the faults say why). */
    public @Nullable Formula read(JsonNode node, String at) {
        int before = faults.all().size();
        try {
            Formula formula = formula(node, at);
            return faults.all().size() == before ? formula : null;
        } catch (IllegalArgumentException | NullPointerException e) {
            faults.add(at, "FORMULA_SHAPE", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Formula formula(JsonNode node, String at) {
        String type = node.path("type").asString("");
        Money cap = node.has("cap") ? money(node, "cap", at) : null;
        switch (type) {
            case "FIXED":
                return new Fixed(money(node, "amount", at));
            case "RATE": {
                FactDefinition base = number(node, "base", at, FactType.MONEY);
                return base == null ? null : new Rate(base, rate(node, "rate", at), months(node, at), cap);
            }
            case "BAND": {
                FactDefinition by = number(node, "by", at, null);
                FactDefinition planned = node.has("planned") ? number(node, "planned", at, null) : null;
                FactDefinition from = node.has("crossedFrom") ? number(node, "crossedFrom", at, null) : null;
                return by == null ? null : new Band(by, planned, from, bands(node, at), cap);
            }
            case "LEVEL", "SUM_OF_ITEMS", "STAGES": {
                FactDefinition by = facts.fact(node.get("by"), at + "/by");
                if (by == null) {
                    return null;
                }
                FactType wanted = type.equals("STAGES") ? FactType.SET : FactType.ENUM;
                if (by.type() != wanted) {
                    faults.add(at + "/by", "FACT_TYPE", wanted.name());
                }
                List<Tier> tiers = tiers(node, by, at);
                return switch (type) {
                    case "LEVEL" -> new Level(by, tiers, cap);
                    case "STAGES" -> new Stages(by, tiers, cap);
                    default -> new SumOfItems(by, tiers, cap);
                };
            }
            case "RATE_LEVEL": {
                FactDefinition by = facts.fact(node.get("by"), at + "/by");
                FactDefinition base = number(node, "base", at, FactType.MONEY);
                if (by == null || base == null) {
                    return null;
                }
                List<RateLevel.Share> shares = new ArrayList<>();
                Set<String> codes = new HashSet<>();
                JsonNode levels = node.path("levels");
                for (int i = 0; i < levels.size(); i++) {
                    String where = at + "/levels/" + i;
                    shares.add(new RateLevel.Share(
                            code(levels.get(i), by, where, codes), rate(levels.get(i), "rate", where)));
                }
                return new RateLevel(by, base, List.copyOf(shares), months(node, at), cap);
            }
            case "PER_UNIT":
                return perUnit(node, at, cap);
            default:
                faults.add(at + "/type", "FORMULA_TYPE");
                return null;
        }
    }

    private @Nullable Formula perUnit(JsonNode node, String at, @Nullable Money cap) {
        List<PerUnit.Unit> units = new ArrayList<>();
        JsonNode list = node.path("units");
        for (int i = 0; i < list.size(); i++) {
            String where = at + "/units/" + i;
            List<PerUnit.Factor> factors = new ArrayList<>();
            JsonNode of = list.get(i).path("factors");
            for (int j = 0; j < of.size(); j++) {
                PerUnit.Factor factor = factor(of.get(j), where + "/factors/" + j);
                if (factor != null) {
                    factors.add(factor);
                }
            }
            BigDecimal size = list.get(i).has("size") ? decimal(list.get(i), "size", where) : null;
            if (size != null && (size.signum() <= 0 || !node.path("wholeUnits").asBoolean(false))) {
                faults.add(where + "/size", "FORMULA_SIZE");
            }
            units.add(new PerUnit.Unit(List.copyOf(factors), size, money(list.get(i), "amount", where)));
        }
        PerUnit.Ceiling ceiling = null;
        if (node.has("notAbove")) {
            FactDefinition fact = number(node.get("notAbove"), "fact", at + "/notAbove", FactType.MONEY);
            if (fact != null) {
                ceiling = new PerUnit.Ceiling(fact, rate(node.get("notAbove"), "share", at + "/notAbove"));
            }
        }
        Text unit = node.has("unit") ? facts.clause(node.get("unit"), at + "/unit") : null;
        return new PerUnit(List.copyOf(units), unit, ceiling, cap);
    }

    private PerUnit.@Nullable Factor factor(JsonNode node, String at) {
        FactDefinition fact = number(node, "fact", at, null);
        FactDefinition planned = node.has("planned") ? number(node, "planned", at, null) : null;
        BigDecimal max = node.has("max") ? decimal(node, "max", at) : null;
        FactDefinition less = node.has("less") ? number(node, "less", at, null) : null;
        return fact == null ? null : new PerUnit.Factor(fact, planned, max, less);
    }

    private @Nullable Months months(JsonNode node, String at) {
        if (!node.has("months")) {
            return null;
        }
        JsonNode months = node.get("months");
        FactDefinition claimed = number(months, "claimed", at + "/months", FactType.INTEGER);
        FactDefinition before = number(months, "before", at + "/months", FactType.INTEGER);
        BigDecimal max = decimal(months, "max", at + "/months");
        return claimed == null || before == null ? null : new Months(claimed, before, max);
    }

    private List<Band.Step> bands(JsonNode node, String at) {
        List<Band.Step> bands = new ArrayList<>();
        JsonNode list = node.path("bands");
        for (int i = 0; i < list.size(); i++) {
            String where = at + "/bands/" + i;
            Band.Step band = new Band.Step(decimal(list.get(i), "from", where), money(list.get(i), "amount", where));
            if (i > 0 && band.from().compareTo(bands.get(i - 1).from()) <= 0) {
                faults.add(where + "/from", "BANDS_ASCEND");
            }
            bands.add(band);
        }
        if (bands.isEmpty()) {
            faults.add(at + "/bands", "REQUIRED");
        }
        return List.copyOf(bands);
    }

    private List<Tier> tiers(JsonNode node, FactDefinition by, String at) {
        List<Tier> tiers = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        JsonNode list = node.path("levels");
        for (int i = 0; i < list.size(); i++) {
            String where = at + "/levels/" + i;
            tiers.add(new Tier(code(list.get(i), by, where, codes), money(list.get(i), "amount", where)));
        }
        if (tiers.isEmpty()) {
            faults.add(at + "/levels", "REQUIRED");
        }
        return List.copyOf(tiers);
    }

    /** @param others those of the other tiers; takes this one */
    private String code(JsonNode node, FactDefinition by, String at, Set<String> others) {
        String code = node.path("value").asString("");
        if (!by.values().containsKey(code)) {
            faults.add(at + "/value", "FACT_CODE", String.join(", ", by.values().keySet()));
        } else if (!others.add(code)) {
            faults.add(at + "/value", "TWICE");
        }
        return code;
    }

    private @Nullable FactDefinition number(JsonNode node, String name, String at, @Nullable FactType wanted) {
        FactDefinition fact = facts.fact(node.get(name), at + "/" + name);
        if (fact != null && (wanted == null ? !fact.type().isNumber() : fact.type() != wanted)) {
            faults.add(at + "/" + name, "FACT_TYPE", wanted == null ? "a number" : wanted.name());
            return null;
        }
        return fact;
    }

    private Money money(JsonNode node, String name, String at) {
        try {
            Money money = Money.parse(node.path(name).asString(""));
            if (money.isNegative()) {
                faults.add(at + "/" + name, "FACT_RANGE", "0.00", "");
            }
            return money;
        } catch (IllegalArgumentException e) {
            faults.add(at + "/" + name, "FACT_TYPE", FactType.MONEY.name());
            return Money.ZERO;
        }
    }

    private BigDecimal rate(JsonNode node, String name, String at) {
        BigDecimal rate = decimal(node, name, at);
        if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            faults.add(at + "/" + name, "FACT_RANGE", "0", "1");
        }
        return rate;
    }

    private BigDecimal decimal(JsonNode node, String name, String at) {
        String text = node.path(name).asString("");
        if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            faults.add(at + "/" + name, "FACT_TYPE", FactType.DECIMAL.name());
            return BigDecimal.ONE;
        }
        return new BigDecimal(text);
    }
}
