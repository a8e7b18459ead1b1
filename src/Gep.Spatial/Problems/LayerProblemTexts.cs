using System.Collections.Frozen;
using static Gep.Spatial.Problems.LayerProblemCode;
using static Gep.Spatial.Problems.LayerProblemSeverity;

namespace Gep.Spatial.Problems;

/// <summary>
/// Severity and texts of one code; <c>{0}</c>, <c>{1}</c> stand for what the place fills in.
/// </summary>
internal sealed record LayerProblemText(
    LayerProblemCode Code,
    LayerProblemSeverity Severity,
    string TextChinese,
    string TextEnglish,
    string RemedyChinese,
    string RemedyEnglish);

/// <summary>The texts of all codes.</summary>
internal static class LayerProblemTexts
{
    private static readonly FrozenDictionary<LayerProblemCode, LayerProblemText> ByCode =
        FileTexts().Concat(FeatureTexts()).Concat(GeometryTexts()).Concat(LayerTexts())
            .ToFrozenDictionary(text => text.Code);

    public static LayerProblemText Of(LayerProblemCode code) => ByCode[code];

    private static LayerProblemText[] FileTexts() =>
    [
        new(NotJson, Refusal,
            "文件不是完整的 JSON:{0}。", "The file is not complete JSON: {0}.",
            "请重新导出该图层。", "Export the layer again."),
        new(NotAFeatureCollection, Refusal,
            "文件不是要素集合(FeatureCollection):{0}。", "The file is not a FeatureCollection: {0}.",
            "请导出为 GeoJSON 要素集合。", "Export it as a GeoJSON FeatureCollection."),
        new(TextNotUtf8, Refusal,
            "文本不是 UTF-8 编码。", "The text is not UTF-8.",
            "请转换为 UTF-8 后重新提交。", "Convert the file to UTF-8."),
        new(ByteOrderMark, Remark,
            "文件以字节顺序标记开头,已跳过。", "The file begins with a byte order mark, which was skipped.",
            "无需处理。", "Nothing needs to be done."),
        new(FeatureTooLarge, Refusal,
            "要素超过 {0} 字节,其后内容未读取。",
            "The feature is longer than {0} bytes; the file was read no further.",
            "请拆分该要素,或提高读取上限。", "Split the feature, or raise the limit."),
        new(GeopackageUnreadable, Refusal,
            "无法作为 GeoPackage 读取:{0}。", "The file cannot be read as a GeoPackage: {0}.",
            "请用 QGIS 或 ogr2ogr 重新导出。", "Export it again with QGIS or ogr2ogr."),
        new(GeopackageTableUnclear, Refusal,
            "未找到要素表 {0};文件中的要素表:{1}。",
            "There is no single feature table {0}; the file has: {1}.",
            "请在图层清单中写明要素表。", "Name the feature table in the manifest."),
        new(ShapefileUnreadable, Refusal,
            "无法作为 Shapefile 读取:{0}。", "The file cannot be read as a Shapefile: {0}.",
            "请用 QGIS 或 ogr2ogr 重新导出。", "Export it again with QGIS or ogr2ogr."),
        new(ShapefilePartMissing, Warning,
            "缺少 {0} 文件。", "The {0} file is missing.",
            "请提交 Shapefile 的全部文件(.shp、.dbf、.prj、.cpg)。",
            "Hand in all files of the Shapefile (.shp, .dbf, .prj, .cpg)."),
        new(ArchiveRefused, Refusal,
            "压缩包不予读取:{0}。", "The archive is refused: {0}.",
            "请只打包一个 Shapefile 的文件,不含文件夹外路径。",
            "Pack the files of one Shapefile only, without paths that lead elsewhere."),
        new(SqliteLibraryMissing, Refusal,
            "系统未安装 SQLite 动态库,无法读取 GeoPackage。",
            "The SQLite library is not installed, so GeoPackage files cannot be read.",
            "请执行 apt-get install libsqlite3-0。", "Run: apt-get install libsqlite3-0"),
    ];

    private static LayerProblemText[] FeatureTexts() =>
    [
        new(FeatureMalformed, Refusal,
            "该要素无法读取:{0}。", "The feature cannot be read: {0}.",
            "请改正或删除该要素。", "Correct or remove the feature."),
        new(TooDeep, Refusal,
            "嵌套超过 {0} 层。", "It is nested more than {0} levels deep.",
            "请简化该要素的结构。", "Flatten the feature."),
        new(TooManyVertices, Refusal,
            "顶点多于 {0} 个。", "It has more than {0} vertices.",
            "请拆分或概化该要素。", "Split or generalise the feature."),
        new(DuplicateKey, Refusal,
            "键 {0} 出现两次。", "The key {0} occurs twice.",
            "请只保留一个。", "Keep one of them."),
        new(AttributeNested, Warning,
            "属性 {0} 不是单个值,已略去。", "The attribute {0} is not a single value and was left out.",
            "如需使用,请拆成单值属性。", "Make it single values if it is needed."),
        new(FeatureIdMissing, Warning,
            "缺少标识属性 {0},改用序号。", "The id attribute {0} is missing; the ordinal is used instead.",
            "请补全标识。", "Give the feature its id."),
        new(DuplicateFeatureId, Warning,
            "标识 {0} 与第 {1} 个要素相同。", "The id {0} is also that of feature {1}.",
            "请使标识唯一,以便追溯。", "Make ids unique, so that numbers can be traced to one feature."),
        new(GeometryBlobMalformed, Refusal,
            "几何数据损坏:{0}。", "The geometry is damaged: {0}.",
            "请重新导出该要素。", "Export the feature again."),
    ];

    private static LayerProblemText[] GeometryTexts() =>
    [
        new(GeometryMissing, Refusal,
            "要素没有几何。", "The feature has no geometry.",
            "请补绘或删除该要素。", "Draw the geometry or remove the feature."),
        new(GeometryTypeUnsupported, Refusal,
            "不支持几何类型 {0}。", "The geometry type {0} is not supported.",
            "请使用点、线、面或其复合类型。", "Use points, lines, polygons or their multi-forms."),
        new(PositionMalformed, Refusal,
            "坐标写法有误:{0}。", "A position is malformed: {0}.",
            "每个位置应为两个数:经度、纬度。", "Write each position as two numbers: longitude, latitude."),
        new(CoordinateNotFinite, Refusal,
            "坐标不是有限数值。", "A coordinate is not a finite number.",
            "请改正该坐标。", "Correct the coordinate."),
        new(CoordinateOutOfRange, Refusal,
            "坐标 {0}, {1} 不是经纬度。", "The coordinates {0}, {1} are no longitude and latitude.",
            "若为投影坐标,请转换为经纬度(EPSG:4490)。",
            "If they are projected metres, convert them to degrees (EPSG:4490)."),
        new(LongitudeLatitudeSwapped, Refusal,
            "坐标 {0}, {1} 疑似经纬度颠倒。",
            "The coordinates {0}, {1} look like latitude before longitude.",
            "请按经度、纬度的顺序导出。", "Export longitude before latitude."),
        new(CrsUnitMismatch, Refusal,
            "坐标 {0}, {1} 与坐标参考系 {2} 的单位不符。",
            "The coordinates {0}, {1} are not in the unit of {2}: degrees and metres are mixed up.",
            "请在图层清单中写明实际的坐标参考系{3}。",
            "Declare the reference system that the file really has{4}."),
        new(AxesSwapped, Refusal,
            "坐标 {0}, {1} 疑似北坐标在前、东坐标在后({2})。",
            "The coordinates {0}, {1} look like northing before easting ({2}).",
            "请按东坐标、北坐标的顺序导出。", "Export easting before northing."),
        new(OutsideZone, Refusal,
            "坐标 {0}, {1} 远在 {2} 的投影带之外。",
            "The coordinates {0}, {1} lie far outside the zone of {2}.",
            "请核对带号与中央经线。", "Check the zone and its central meridian."),
        new(AntimeridianCrossed, Refusal,
            "有一条边跨越半个地球以上。", "An edge spans more than half the globe.",
            "请在 180° 经线处切开该要素。", "Cut the feature at the 180° meridian."),
        new(RingNotClosed, Remark,
            "环未闭合,已补上终点。", "A ring does not end where it began; it was closed.",
            "无需处理。", "Nothing needs to be done."),
        new(RingTooShort, Refusal,
            "环少于三个不同的点,或线少于两个点。",
            "A ring has fewer than three different positions, or a line fewer than two.",
            "请补绘或删除该部分。", "Complete or remove the part."),
        new(GeometryInvalidRepaired, Warning,
            "几何无效({0}),已修复,面积由 {2} 变为 {3} 平方米。",
            "The geometry was not valid ({1}) and was repaired; its area went from {2} to {3} m2.",
            "请核对修复结果。", "Check the repaired shape."),
        new(GeometryUnrepairable, Refusal,
            "几何无效({0}),修复后无剩余。",
            "The geometry is not valid ({1}), and nothing is left of it after repair.",
            "请补绘或删除该要素。", "Draw it again or remove the feature."),
        new(OverlaySnapped, Remark,
            "叠加时须将邻近顶点并拢后才能完成。",
            "The overlay was only possible after snapping vertices that nearly coincide.",
            "请核对此处的边界。", "Check the boundary here."),
    ];

    private static LayerProblemText[] LayerTexts() =>
    [
        new(CrsUnknown, Refusal,
            "未知的坐标参考系 {0}。", "The coordinate reference system {0} is not known.",
            "请转换为 EPSG:4490 或 EPSG:4326。", "Convert the layer to EPSG:4490 or EPSG:4326."),
        new(CrsUndeclared, Refusal,
            "文件与图层清单均未写明坐标参考系。",
            "Neither the file nor the manifest names the coordinate reference system.",
            "请补上 .prj 文件,或在图层清单中写明。", "Add the .prj file, or declare it in the manifest."),
        new(CrsConflict, Refusal,
            "文件写明坐标参考系 {0},而图层清单写明 {1}。",
            "The file says its coordinate reference system is {0}, the manifest says {1}.",
            "请改正其中之一。", "Correct one of them."),
        new(Gcj02Suspected, Warning,
            "坐标疑为 GCJ-02(火星坐标):{0}。", "The coordinates look like GCJ-02: {1}.",
            "请换用未偏移的数据,或转换后再用。",
            "Use data without the offset, or convert it first."),
        new(CoverageOverlap, Warning,
            "{0} 与 {1} 重叠 {2} 平方米。", "{0} and {1} overlap by {2} m2.",
            "请修正共同边界。", "Correct the common boundary."),
        new(CoverageGap, Warning,
            "各区之间有 {0} 平方米的空隙。", "There is a gap of {0} m2 between the zones.",
            "请修正周围的边界。", "Correct the boundaries around it."),
        new(CoverageUnmatchedEdge, Warning,
            "{0} 有一条长 {2} 米的边沿着 {1},但不是其边界。",
            "{0} has an edge of {2} m that runs along {1} without being an edge of it.",
            "请使两侧顶点一致。", "Make the vertices of both sides the same."),
    ];
}
