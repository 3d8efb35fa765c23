"""Build ``src/jobmatch/text/lexicons/places.npz`` from the open tables and the tables kept by hand.

    python tools/build_gazetteer.py [FOLDER-WITH-THE-OPEN-TABLES]

The same tables give the same bytes. Nothing but the standard library, numpy and the package is used.
"""

import csv
import io
import re
import sys
import zipfile
from collections import defaultdict
from math import cos, hypot, radians
from pathlib import Path
from statistics import mean, median

import numpy as np

from jobmatch.text.places.own_places import blob, key_tables

ROOT = Path(__file__).resolve().parents[1]
LEXICONS = ROOT / "src/jobmatch/text/lexicons"
OPEN_TABLES = ROOT.parent / "shared/data/places"
SOURCES = (
    "Names and codes: national database of place names of China (国家地名信息库), 2026-09, public facts. "
    "Points: GeoNames (https://www.geonames.org), CC BY 4.0, 2026-09, and by hand. "
    "Hong Kong, Macau, Taiwan, landmarks, former names, pinyin: by hand, public facts, 2026-11-22."
)
PROVINCE_SHORT = {"15": "内蒙古", "45": "广西", "54": "西藏", "64": "宁夏", "65": "新疆", "71": "台湾",
                  "81": "香港", "82": "澳门"}  # fmt: skip
PEOPLES = (  # longer before shorter
    "维吾尔族|维吾尔|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|塔吉克族|塔吉克|达斡尔族|达斡尔|鄂温克族|鄂伦春|俄罗斯族|"
    "土家族|布依族|景颇族|傈僳族|哈尼族|朝鲜族|蒙古族|仡佬族|毛南族|仫佬族|拉祜族|纳西族|布朗族|独龙族|普米族|"
    "撒拉族|保安族|东乡族|裕固族|锡伯族|锡伯|阿昌族|德昂族|基诺族|高山族|塔塔尔族|乌孜别克族|赫哲族|门巴族|珞巴族|"
    "壮族|回族|藏族|羌族|彝族|苗族|侗族|白族|傣族|满族|瑶族|黎族|畲族|水族|佤族|怒族|土族|京族|各族|蒙古|民族"
)
CAPITAL_RADIUS_KM = 40


def rows(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def without_peoples(name):
    """恩施土家族苗族 -> 恩施."""
    return re.sub(f"(?<=..)(?:{PEOPLES})+$", "", name)


def short_names(code, name):
    """What people say for a unit: the name without what it is."""
    if code.endswith("0000000"):
        return {PROVINCE_SHORT.get(code[:2]) or re.sub("[省市]$", "", name)}
    autonomous = re.fullmatch("(.+)自治([州县旗])", name)
    if autonomous:
        short = without_peoples(autonomous[1])
        return {short, short + autonomous[2]} if len(short) > 1 else set()
    people_town = re.fullmatch("(.+族)(乡|镇|区)", name)
    if people_town:
        short = without_peoples(people_town[1])
        return {short, short + people_town[2]} if len(short) > 1 else set()
    short = re.sub("(?<=..)(新区|林区|特区|地区|街道|苏木|市|区|县|盟|旗|镇|乡)$", "", name)
    shorter = re.sub("(?<=..)(新村|路|镇|乡)$", "", short) if name.endswith("街道") else short
    return {short, shorter} - {name}


def read_units(tables=OPEN_TABLES):
    """nine-digit code -> official name; and old district codes -> today's."""
    units, old = {}, {}
    for row in rows(tables / "townships.csv"):
        code, name = row["code"][:9], row["name"]
        units[code[:2] + "0000000"] = row["province"]
        if row["city"]:
            units[code[:4] + "00000"] = row["city"]
        units[code[:6] + "000"] = row["district"]
        if "（" not in name:  # （撤销）: given up
            units[code] = name
    today = {(code[:4], name): code for code, name in units.items() if code.endswith("000")}
    for row in rows(tables / "districts_missing_from_townships.csv"):
        code, name = row["district_code"] + "000", row["name"]
        renamed = {"米林县": "米林市", "错那县": "错那市"}.get(name, name)
        if (code[:4], renamed) in today and today[code[:4], renamed] != code:
            old[code] = today[code[:4], renamed]
            continue
        units[code] = name
        if row["city"] and not code.endswith("00000"):
            units.setdefault(code[:4] + "00000", row["city"])
    for row in rows(LEXICONS / "places_units.csv"):
        units[row["code"] + "000"] = row["name"]
    return dict(sorted(units.items())), old


def read_points(tables, units, old):
    """code -> (lat, lon) of districts and townships, the tables kept by hand on top."""
    points, by_name = {}, {}
    for row in rows(tables / "district_points.csv"):
        point = float(row["lat"]), float(row["lon"])
        points[row["district_code"] + "000"] = by_name[row["district_code"][:4], row["name"]] = point
    for code, name in units.items():
        if code not in points and code.endswith("000") and (code[:4], name) in by_name:
            points[code] = by_name[code[:4], name]
    points.update({today: points[before] for before, today in old.items() if before in points})
    for row in rows(tables / "townships.csv"):
        if row["lat"]:
            points[row["code"][:9]] = float(row["lat"]), float(row["lon"])
    for row in rows(LEXICONS / "places_units.csv"):
        points[row["code"] + "000"] = float(row["lat"]), float(row["lon"])
    for row in rows(LEXICONS / "places_points.csv"):
        points[row["code"].ljust(9, "0")] = float(row["lat"]), float(row["lon"])
    return {code: point for code, point in points.items() if code in units}


def km(a, b):
    return hypot((a[0] - b[0]) * 111.2, (a[1] - b[1]) * 111.2 * cos(radians(a[0])))


def spread_km(centre, parts, low, high, default):
    """How rough a point is: the median way to its parts."""
    if len(parts) < 3:
        return default
    return min(high, max(low, median(km(centre, part) for part in parts)))


def district_reach_km(middles):
    """How far each district reaches: 0.6 of the way to the middle of the next one, half of it and a little more.

    Districts of a city centre are a few kilometres across, whatever the spread of the points known in them.
    """
    codes = sorted(middles, key=lambda code: middles[code])
    reach = dict.fromkeys(codes, 255.0)
    for step in range(1, 80):  # neighbours by latitude: the next middle is nearly always among them
        for one, other in zip(codes, codes[step:], strict=False):
            way = km(middles[one], middles[other])
            if way >= 0.3:  # nearer ones are two names of one place
                reach[one], reach[other] = min(reach[one], 0.6 * way), min(reach[other], 0.6 * way)
    return reach


def place_points(units, points):
    """Point and radius of every unit but townships without one; cities and provinces from their parts."""
    parts = defaultdict(list)
    for code, point in sorted(points.items()):
        if not code.endswith("000"):
            parts[code[:6] + "000"].append(point)
    result = {}
    districts = [c for c in units if c.endswith("000") and not c.endswith("0000000")]
    for code in districts:
        point = points.get(code) or (tuple(map(mean, zip(*parts[code], strict=True))) if parts[code] else None)
        if point and (not code.endswith("00000") or code in points):
            result[code] = *point, spread_km(point, parts[code], 4, 40, 12)
    seats = {c: p for c, p in result.items() if not c.endswith("00000")}
    for code in (c for c in units if c.endswith("00000")):
        if code in points and code not in {c for c in units if c.endswith("0000000")}:
            inner = [p[:2] for c, p in seats.items() if c[:4] == code[:4]]
            result[code] = *points[code], spread_km(points[code], inner, 8, 60, 25)
            continue
        width = 2 if code.endswith("0000000") else 4
        inner = [p[:2] for c, p in seats.items() if c[:width] == code[:width]]
        if inner:
            centre = tuple(median(axis) for axis in zip(*inner, strict=True))
            result[code] = *centre, spread_km(centre, inner, 8, 250, CAPITAL_RADIUS_KM)
    for code, reach in district_reach_km({c: p[:2] for c, p in result.items() if c in set(districts)}).items():
        result[code] = *result[code][:2], min(result[code][2], reach)
    for code in districts:  # none of its own: the city's, as rough as a city
        city = result.get(code[:4] + "00000") or result.get(code[:2] + "0000000")
        if code not in result and city:
            result[code] = *city[:2], max(20, city[2])
    for code, point in points.items():
        if not code.endswith("000"):
            result[code] = *point, 3
    return result


def read_landmarks(keys_of_units):
    """(name, host code, point): hosted by the township of that name, else by the district of the table.

    So 望京 is the township in 北京 before it is one of the same name elsewhere, and keeps its code.
    """
    for row in rows(LEXICONS / "places_landmarks.csv"):
        names = row["names"].split(";")
        airports = [name.removesuffix("机场") + "国际机场" for name in names if name.endswith("机场")]
        for name in dict.fromkeys(names + [name for name in airports if "国际国际" not in name]):
            towns = [code for code in keys_of_units.get(name, ()) if code[:6] == row["code"] and code[6:] != "000"]
            host = towns[0] if len(towns) == 1 else row["code"] + "000"
            yield name, host, float(row["lat"] or "nan"), float(row["lon"] or "nan")


def unit_keys(units, old):
    keys = defaultdict(set)
    for code, name in units.items():
        for key in {name} | short_names(code, name):
            keys[key].add(code)
    for row in rows(LEXICONS / "places_units.csv"):
        for key in filter(None, row["other_names"].split(";")):
            keys[key].add(row["code"] + "000")
    for row in rows(LEXICONS / "places_names.csv"):
        code = row["code"] + "000"
        code = old.get(code, code)
        if code not in units:
            sys.exit(f"places_names.csv: {row['name']} names {row['code']}, which is not a unit")
        keys[row["name"]].add(code)
    add_nicknames(keys, units)
    add_misspelt(keys, units)
    return keys


def add_nicknames(keys, units):
    """江城洪山: a nickname with a district of its city."""
    for row in rows(LEXICONS / "places_nicknames.csv"):
        for code, name in units.items():
            if code[:4] == row["code"][:4] and code[6:] == "000" and code[4:6] not in ("00", "01"):
                for short in (part for part in short_names(code, name) | {name} if len(part) > 1):
                    keys[row["name"] + short].add(code)


def add_misspelt(keys, units):
    """武候区, 武汉桥口: a name that some unit bears stays that unit's."""
    for row in rows(LEXICONS / "places_misspelt.csv"):
        for key in misspelt(units, row["code"] + "000", row["name"]):
            if key not in keys:
                keys[key].add(row["code"] + "000")


def misspelt(units, code, name):
    """What a misspelt district is found by: with its own ending, and behind its city's name (武汉桥口)."""
    ending = units[code][-1]
    above = {short for part in (code[:4] + "00000", code[:2] + "0000000") if part in units
             for short in short_names(part, units[part]) | {units[part]}}  # fmt: skip
    yield name + ending
    for city in above if code[4:6] != "00" else ():
        yield from (city + name, city + name + ending)
    if code[4:6] == "00":
        yield name


def says_what_it_is(key, official):
    """大兴区 and 恩施州 do, 大兴 and 苏州 do not."""
    return key in official or bool(re.fullmatch("..+(?:[省市区县州盟旗镇乡]|街道)", key))


def words():
    return {row["kind"]: row["words"].split() for row in rows(LEXICONS / "places_words.csv")}


def write(path, arrays):
    """An npz with fixed dates, so that the same tables give the same bytes; read at every start, so not packed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, array, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(name + ".npy"), buffer.getvalue())


def main():
    tables = Path(sys.argv[1]) if len(sys.argv) > 1 else OPEN_TABLES
    units, old = read_units(tables)
    points = place_points(units, read_points(tables, units, old))
    keys = unit_keys(units, old)
    index = {code: i for i, code in enumerate(units)}
    ids = {key: sorted(index[code] for code in codes) for key, codes in keys.items()}
    landmarks = list(read_landmarks(keys))
    for i, (name, _, _, _) in enumerate(landmarks, start=len(units)):
        ids.setdefault(name, []).append(i)
    kinds = words()
    special = len(units) + len(landmarks)  # the next number: not a place; the one after: abroad
    for word in kinds["not"]:
        if not any(index_code % 1000 == 0 for index_code in (int(c) for c in keys.get(word, ()))):
            ids[word] = [special]  # a township named 东北 is rarer than the north-east
    ids.update({word: [special + 1] for word in kinds["abroad"]})
    ids = {key: ids[key] for key in sorted(ids) if len(key) > 1}
    pinyin = [(word, index[row["code"] + "000"]) for row in rows(LEXICONS / "places_pinyin.csv")
              if row["code"] + "000" in index for word in row["pinyin"].split(";")]  # fmt: skip
    pinyin += [
        (name.lower().replace(" ", ""), i) for i, (name, *_) in enumerate(landmarks, start=len(units)) if name.isascii()
    ]
    missing = (np.nan, np.nan, 0)
    table = np.array([points.get(code, missing) for code in units], dtype=np.float64)
    hosts = [index[host] for _, host, _, _ in landmarks]
    official = set(units.values())
    arrays = {
        "sources": blob([SOURCES]),
        "codes": np.array([int(code) for code in units], dtype=np.int32),
        "names": blob(units.values()),
        "lat": table[:, 0].round(4).astype(np.float32),
        "lon": table[:, 1].round(4).astype(np.float32),
        "radius": np.ceil(table[:, 2]).astype(np.uint8),
        "landmark_host": np.array(hosts, dtype=np.int32),
        "landmark_point": np.array([mark[2:] for mark in landmarks], dtype=np.float64),
        **key_tables(ids, [says_what_it_is(key, official) for key in ids]),
        "pinyin": blob(word for word, _ in pinyin),
        "pinyin_ids": np.array([i for _, i in pinyin], dtype=np.int32),
        "after": blob(kinds["after"]),
        "letters": blob(kinds["letter"]),
        "groups": blob(kinds["group"]),
        "latin_tails": blob(kinds["latin_tails"]),
        "latin_abroad": blob(kinds["latin_abroad"]),
        "generic": blob(kinds["generic"]),
        "borne": blob(kinds["borne"]),
        "old_codes": np.array([[int(a), int(b)] for a, b in sorted(old.items())], dtype=np.int32),
    }
    write(LEXICONS / "places.npz", arrays)
    (LEXICONS / "places_SOURCES.txt").write_text(SOURCES.replace(". ", ".\n") + "\n", encoding="utf-8")
    with_point = sum(1 for c in units if not c.endswith("000") and c in points)
    print(f"{len(units)} units, {with_point} townships with a point, {len(landmarks)} landmarks, {len(ids)} names")
    print("districts without a point:", [c for c in units if c.endswith("000") and c not in points])


if __name__ == "__main__":
    main()
