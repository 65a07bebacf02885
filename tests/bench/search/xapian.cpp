// What `cargo xtask bench search` asks of Xapian. `index FOLDER` reads pages from the standard input: a line of the
// page's number, the bytes of its title and of its text, and its cases, and then those bytes. `ask FOLDER QUERIES
// SECONDS WARMING` asks the queries of a file. Both print JSON, as the other engines do.
#include <xapian.h>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

static double since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

// Megabytes of a field of /proc/self/status.
static double memory(const std::string &name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind(name, 0) == 0) return std::stod(line.substr(name.size())) * 1024 / 1e6;
    return 0;
}

static void index(const std::string &folder) {
    auto began = Clock::now();
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    std::string line, title, text;
    while (std::getline(std::cin, line)) {
        std::istringstream head(line);
        unsigned number;
        size_t titled, texted;
        std::string cases;
        head >> number >> titled >> texted >> cases;
        title.resize(titled);
        text.resize(texted);
        std::cin.read(title.data(), titled);
        std::cin.read(text.data(), texted);
        Xapian::Document page;
        generator.set_document(page);
        generator.set_termpos(0);
        generator.index_text(title, 2);
        generator.increase_termpos();
        generator.index_text(text);
        std::istringstream each(cases);
        for (std::string one; std::getline(each, one, ',');) page.add_boolean_term("XC" + one);
        database.replace_document(number, page);
    }
    database.commit();
    database.close();
    // Written closely, as it is best read.
    const std::string close = folder + "-close";
    Xapian::Database(folder).compact(close);
    std::filesystem::remove_all(folder);
    std::filesystem::rename(close, folder);
    std::cout << "{\"seconds\": " << since(began) << ", \"processor\": " << double(std::clock()) / CLOCKS_PER_SEC << ", \"memory\": {\"most\": " << memory("VmHWM:") << "}}\n";
}

struct Asked {
    std::string kind, number;
    std::vector<std::string> words;
};

static std::string joined(const Asked &asked, const std::string &between) {
    std::string all;
    for (auto &word : asked.words) all += (all.empty() ? "" : between) + word;
    return all;
}

static Xapian::Query query(const Asked &asked, Xapian::QueryParser &parser) {
    const unsigned flags = Xapian::QueryParser::FLAG_PHRASE | Xapian::QueryParser::FLAG_BOOLEAN |
                           Xapian::QueryParser::FLAG_WILDCARD;
    std::string typed = joined(asked, " ");
    if (asked.kind == "and") typed = joined(asked, " AND ");
    if (asked.kind == "or") typed = joined(asked, " OR ");
    if (asked.kind == "phrase") typed = "\"" + typed + "\"";
    if (asked.kind == "prefix") typed += "*";
    if (asked.kind == "near") {
        // Five words between two are a window of seven.
        return Xapian::Query(Xapian::Query::OP_NEAR, asked.words.begin(), asked.words.end(), 7);
    }
    auto parsed = parser.parse_query(typed, flags);
    if (asked.kind != "term in a case") return parsed;
    return Xapian::Query(Xapian::Query::OP_FILTER, parsed, Xapian::Query("XC" + asked.number));
}

static std::map<std::string, std::vector<Asked>> read(const char *file, std::vector<std::string> &kinds) {
    std::map<std::string, std::vector<Asked>> queries;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        Asked asked;
        std::string words;
        std::getline(fields, asked.kind, '\t');
        std::getline(fields, asked.number, '\t');
        std::getline(fields, words, '\t');
        std::istringstream each(words);
        for (std::string word; each >> word;) asked.words.push_back(word);
        if (!queries.count(asked.kind)) kinds.push_back(asked.kind);
        queries[asked.kind].push_back(asked);
    }
    return queries;
}

static unsigned hits(Xapian::Database &database, Xapian::QueryParser &parser, const Asked &asked) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query(asked, parser));
    unsigned count = 0;
    auto best = enquire.get_mset(0, 10);
    for (auto at = best.begin(); at != best.end(); ++at) count += *at > 0;
    return count;
}

static void ask(const std::string &folder, const char *file, double most, size_t warming) {
    Xapian::Database database(folder);
    Xapian::QueryParser parser;
    parser.set_database(database);
    parser.set_stemmer(Xapian::Stem("english"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    std::vector<std::string> kinds;
    auto queries = read(file, kinds);
    std::string times, found;
    double own = 0, mapped = 0;
    for (auto &kind : kinds) {
        std::string list;
        unsigned with = 0;
        // Xapian 1.4 knows no words that are nearly so.
        if (kind != "fuzzy") {
            auto &all = queries[kind];
            auto warmed = Clock::now();
            for (size_t at = 0; at < std::min(warming, all.size()) && since(warmed) < most / 4; ++at)
                hits(database, parser, all[at]);
            auto began = Clock::now();
            for (size_t at = 0; at < all.size() && since(began) <= most; ++at) {
                auto start = Clock::now();
                with += hits(database, parser, all[at]) > 0;
                list += (list.empty() ? "" : ", ") + std::to_string(since(start) * 1e3);
            }
        }
        times += (times.empty() ? "\"" : ", \"") + kind + "\": [" + list + "]";
        found += (found.empty() ? "\"" : ", \"") + kind + "\": " + std::to_string(with);
        own = std::max(own, memory("RssAnon:"));
        mapped = std::max(mapped, memory("RssFile:"));
    }
    std::cout << "{\"times\": {" << times << "}, \"hits\": {" << found << "}, \"memory\": {\"own\": " << own
              << ", \"mapped\": " << mapped << ", \"most\": " << memory("VmHWM:") << "}}\n";
}

int main(int count, char **words) {
    std::ios::sync_with_stdio(false);
    std::string task = count > 2 ? words[1] : "";
    if (task == "index") index(words[2]);
    else if (task == "ask" && count > 5) ask(words[2], words[3], std::stod(words[4]), std::stoul(words[5]));
    else return 2;
}
