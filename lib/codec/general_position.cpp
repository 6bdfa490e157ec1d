// Order and counts of elements.
//
// A violation is said once: what is skipped is missing unless it still comes; what still comes is out of order, and not
// missing; what came before counts as done, wherever it stood.
#include "codec/general_reader.hpp"

#include <algorithm>

namespace iso20022::codec {

/// Judges one more element of `row` under the top and moves the position. False: its value has no place in the struct.
bool general_reader::judge_position(u32 row) {
  frame& f = top();
  const auto& info = tables_.infos()[row];
  const content_model model(tables_, *f.type);
  const u16 p = info.particle;
  const u32 count = counts_[f.counts + p];
  if (!absences_.empty()) forget_absence(row);
  if (model.may_follow(f.last, p)) {
    f.last = p;
    return count < tables_.rows()[row].max || judge_repetition(model, row);
  }
  if (count != 0) return judge_repetition(model, row);
  if (model.can_reach(f.last, p)) {
    if (!f.lenient) report_absences(model, p, found_tag());
    f.last = p;
    return true;
  }
  const std::string last = f.last == outside ? std::string() : name(model.row(f.last));
  const bool is_late = f.last != outside && model.can_reach(p, f.last);
  finding what{is_late ? issue_code::schema_order : issue_code::schema_too_many, tokens_.at, path_to(row), name(row), business_name(row),
               {}, {}, parent_name()};
  if (is_late) {
    what.found = "it after " + last;
    what.expected = "it before " + last;
    f.last = p;
  } else {
    what.found = "both " + last + " and " + name(row);
    what.expected = "only one of them";
  }
  add(std::move(what));
  return is_late;
}

/// An element that was there already and must not come here again.
bool general_reader::judge_repetition(const content_model& model, u32 row) {
  const u32 max = tables_.rows()[row].max;
  const u32 count = counts_[top().counts + tables_.infos()[row].particle] + 1;
  finding what{issue_code::schema_too_many, tokens_.at, path_to(row), name(row), business_name(row), {}, {}, parent_name()};
  if (max > 1 && count <= max) {
    const auto last = name(model.row(top().last));
    what.code = issue_code::schema_order;
    what.found = "it after " + last;
    what.expected = "all of its name together, before " + last;
  } else {
    what.found = std::to_string(count);
    what.expected = max == 1 ? "one" : "at most " + std::to_string(max);
  }
  // one issue for all that are too many
  if (count <= max || count == max + 1 || max == 1) add(std::move(what));
  return max > 1;
}

/// Everything that had to come before `target`; `found` came instead.
void general_reader::report_absences(const content_model& model, u16 target, const std::string& found) {
  for (const auto& step : model.missing(top().last, target, counts_.data() + top().counts)) add_absence(step, found);
}

void general_reader::add_absence(const content_model::step& step, const std::string& found) {
  const content_model model(tables_, *top().type);
  const u32 row = model.row(step.front());
  const auto depth = frames_.size();
  if (std::ranges::any_of(absences_, [&](const absence& a) { return a.depth == depth && a.row == row; })) return;
  finding what{issue_code::schema_missing, tokens_.at, path_to(row), name(row), business_name(row), found, {}, parent_name()};
  if (step.size() > 1) {
    what.code = issue_code::schema_incomplete_choice;
    what.path = path();
    what.tag.clear();
    what.name = parent_business_name();
    what.expected = list_rows(step);
  } else {
    what.expected = name(row);
    if (tables_.infos()[row].value != schema::value_kind::component)
      what.expected += ": " + describe(tables_, tables_.simples()[tables_.rows()[row].simple]);
  }
  absences_.push_back({depth, row, make_issue(std::move(what))});
}

void general_reader::forget_absence(u32 row) {
  std::erase_if(absences_, [&](const absence& a) { return a.depth == frames_.size() && a.row == row; });
}

/// Those of elements that end now: what they lack does not come any more.
void general_reader::flush_absences(std::size_t depth) {
  for (auto& a : absences_)
    if (a.depth >= depth) add(std::move(a.what));
  std::erase_if(absences_, [&](const absence& a) { return a.depth >= depth; });
}

/// Elements that have to come at least twice, and do not.
void general_reader::judge_minimum(const frame& f) {
  for (u16 p = 0; p < f.type->row_count; ++p) {
    const u32 row = f.type->first_row + p;
    const u32 count = counts_[f.counts + p], min = tables_.infos()[row].min;
    if (count == 0 || count >= min) continue;
    add({issue_code::schema_too_few, tokens_.at, path_to(row), name(row), business_name(row), std::to_string(count),
         "at least " + std::to_string(min), parent_name()});
  }
}

}  // namespace iso20022::codec
